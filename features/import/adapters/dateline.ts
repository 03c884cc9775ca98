import type { Block, BodyDocument } from '#features/body/schema.ts';

export interface Dateline {
  place: string;
  agency?: string;
}

/**
 * Takes the dateline off the first paragraph of wire copy: `SEOUL, South Korea (AP) — …` gives the place and the agency. The
 * city is in capitals, as agencies write it. Capitals alone before a dash stay, since `NASA — the agency — said` is no place.
 */
export function takeDateline(body: BodyDocument): { dateline: Dateline | null; body: BodyDocument } {
  const [first, ...rest] = body.content;
  if (first?.type !== 'paragraph') return { dateline: null, body };
  const [start, ...others] = first.content ?? [];
  const match = start?.type === 'text' ? start.text.match(pattern) : null;
  if (!match || start?.type !== 'text') return { dateline: null, body };
  const [whole, place = '', agency] = match;
  const text = start.text.slice(whole.length);
  const content = text ? [{ ...start, text }, ...others] : others;
  const blocks: Block[] = content.length > 0 ? [{ type: 'paragraph', content }, ...rest] : rest;
  if (blocks.length === 0) return { dateline: null, body };
  return { dateline: { place: place.trim(), ...(agency ? { agency } : {}) }, body: { type: 'doc', content: blocks } };
}

/** City in capitals, perhaps a state and a day, perhaps an agency in brackets, a dash: one of state and agency at least. */
const pattern = new RegExp(
  [
    /^(?=[^—–]{0,90}?[,(])/u,
    /((?:\p{Lu}[\p{Lu}.'’/ -]{1,40})(?:, ?\p{Lu}[\p{L}.’']*(?:[ -][\p{L}.’']+){0,4}?)?)/u,
    /(?:, \p{Lu}\p{L}+\.? \d{1,2})?/u,
    /(?:\s*\((\p{L}[\p{L}\p{N} .&-]{1,39})\))?/u,
    /\s*(?:—|–|--|(?<=\s)-(?=\s))\s*/u,
  ]
    .map(({ source }) => source)
    .join(''),
  'u',
);
