import { cleanLine } from '#features/body/clean-text.ts';

/**
 * The people named in one line of credit, in order, each once: `Ann Own, Ben Two, PhD and Cy Three` is three. What follows
 * a comma but is no name of its own (a degree, `Jr.`, `DOJ`, `Government of Canada`) stays with the name before it.
 */
export function bylinesOf(credit: string): string[] {
  const parts = cleanLine(credit)
    .replace(/^by\s+/i, '')
    .split(/\s*[,;]\s*(?:and\s+)?/)
    .filter(Boolean);
  const names: string[] = [];
  for (const part of parts) {
    const last = names.at(-1);
    if (last !== undefined && isAddition(part)) names[names.length - 1] = `${last}, ${part}`;
    else names.push(...pairOf(part));
  }
  return [...new Set(names)];
}

function isAddition(part: string): boolean {
  return /^(?:(?:Jr|Sr|Esq)\.?|\p{Lu}+|(?:\p{Lu}\p{Ll}{0,2}\.?){2,4})$/u.test(part) || /\b(?:of|the)\b/.test(part);
}

/** `Ann Own and Ben Two` as two, but `Research and Development` as one. */
function pairOf(part: string): string[] {
  const [one, other, ...more] = part.split(/\s+(?:and|&)\s+/);
  const isPair = one !== undefined && other !== undefined && more.length === 0 && isPerson(one) && isPerson(other);
  return isPair ? [one, other] : [part];
}

function isPerson(name: string): boolean {
  return /^(?:\p{Lu}[\p{L}.'’-]*\s+){1,3}\p{Lu}[\p{L}.'’-]+$/u.test(name);
}
