/**
 * Breaks text into lines no wider than `width` (as `measure` measures), at the places where its language lets a line end:
 * at spaces and hyphens, and between words where words have no spaces between them. A word wider than a line is broken
 * between characters; `whole` says that none was.
 */
export function breakLines(
  text: string,
  language: string,
  width: number,
  measure: (line: string) => number,
): { readonly lines: readonly string[]; readonly whole: boolean } {
  const lines: string[] = [];
  let line = '';
  let whole = true;
  for (const part of unbreakable(text, language)) {
    if (measure((line + part).trimEnd()) <= width) {
      line += part;
      continue;
    }
    if (line.trim()) lines.push(line.trimEnd());
    line = part.trimStart();
    if (measure(line.trimEnd()) <= width) continue;
    whole = false;
    const pieces = cutToWidth(line, width, measure);
    line = pieces.pop() ?? '';
    lines.push(...pieces);
  }
  if (line.trim()) lines.push(line.trimEnd());
  return { lines, whole };
}

/** The text cut to a width with an ellipsis, between characters as readers count them. */
export function cutWithEllipsis(text: string, width: number, measure: (line: string) => number): string {
  if (measure(text) <= width) return text;
  const characters = graphemes(text);
  while (characters.length > 0 && measure(`${characters.join('').trimEnd()}…`) > width) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

/** Parts of the text between which a line may end, in their order. */
function unbreakable(text: string, language: string): string[] {
  const parts: string[] = [];
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'word' }).segment(text)) {
    const last = parts.at(-1);
    if (last !== undefined && !mayBreak(last, segment)) parts[parts.length - 1] = last + segment;
    else parts.push(segment);
  }
  return parts;
}

/** After Unicode's rules for line breaking (UAX 14), as far as headlines need them. */
function mayBreak(before: string, after: string): boolean {
  if (/^\s/u.test(after)) return false;
  if (/\s$/u.test(before)) return true;
  if (/[\p{Ps}\p{Pi}]$/u.test(before)) return false;
  if (/^[\p{Ps}\p{Pi}]/u.test(after)) return unspaced.test(before);
  if (/^[\p{P}\p{M}ー]/u.test(after)) return false;
  return /\p{L}[\p{Pd}/]$/u.test(before) || unspacedEnd.test(before) || unspacedStart.test(after);
}

const scripts = ['Han', 'Hira', 'Kana', 'Thai', 'Laoo', 'Khmr', 'Mymr'].map((name) => `\\p{Script=${name}}`).join('');
const unspaced = new RegExp(`[${scripts}\\p{Emoji_Presentation}]`, 'u');
const unspacedEnd = new RegExp(`[${scripts}\\p{Emoji_Presentation}][\\p{P}\\p{M}ー]*$`, 'u');
const unspacedStart = new RegExp(`^[${scripts}\\p{Emoji_Presentation}]`, 'u');

function cutToWidth(text: string, width: number, measure: (line: string) => number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of graphemes(text)) {
    if (piece && measure(piece + character) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}

const graphemes = (text: string): string[] =>
  [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment);
