import { z } from 'zod';

const lines = ['kicker', 'headline', 'standfirst', 'datelinePlace', 'sourceAgency', 'sourceUrl', 'licence'] as const;
const kept = z.object({ words: z.record(z.string(), z.unknown()), refused: z.unknown().optional() });

/** The words in what a browser has kept, whatever else there is in it: a paragraph a line. '' where there are none. */
export function textOfKept(json: unknown): string {
  const result = kept.safeParse(json);
  if (!result.success) return '';
  const { words, refused } = result.data;
  const body = z.object({ body: z.unknown() }).safeParse(refused).data?.body ?? words.body;
  const head = lines.map((field) => words[field]).filter((text) => typeof text === 'string');
  return [...head, ...textsOf(body)].filter((text) => text.trim() !== '').join('\n\n');
}

const node = z.object({
  type: z.string().optional(),
  text: z.string().optional(),
  attrs: z.record(z.string(), z.unknown()).nullish(),
  content: z.array(z.unknown()).optional(),
});

/** The texts of a body's blocks in their order. */
function textsOf(json: unknown): string[] {
  const { data } = node.safeParse(json);
  if (!data) return [];
  if (data.content?.some(isText)) return [data.content.map(inlineText).join('')];
  const said = ['alt', 'caption', 'credit', 'title', 'url'].map((name) => data.attrs?.[name]);
  return [...said.filter((text) => typeof text === 'string'), ...(data.content ?? []).flatMap(textsOf)];
}

const isText = (json: unknown): boolean => typeof node.safeParse(json).data?.text === 'string';

function inlineText(json: unknown): string {
  const { data } = node.safeParse(json);
  return data?.type === 'hardBreak' ? '\n' : (data?.text ?? '');
}
