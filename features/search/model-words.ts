/**
 * The scripts of Chinese, Japanese, Thai, Lao, Burmese and Khmer, which write words without spaces, so that Postgres
 * would take a whole clause for one word; as ranges, which Postgres reads as well.
 */
export const spacelessLetters =
  '\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3005-\\u3007\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff';

const spaceless = new RegExp(`[${spacelessLetters}]`);
const spacelessRuns = new RegExp(`[${spacelessLetters}\\p{M}\\u200b-\\u200d]+`, 'gu');

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

/** Text with spaces between the words of scripts that have none, as `Intl.Segmenter` tells them apart; all else as it is. */
export function partWords(text: string): string {
  if (!spaceless.test(text)) return text;
  return text.replace(spacelessRuns, (run) =>
    spaceless.test(run) ? ` ${[...segmenter.segment(run)].map(({ segment }) => segment).join(' ')} ` : run,
  );
}

/** A word of a text and where it stands in it, in UTF-16 units. */
export interface PlacedWord {
  readonly word: string;
  readonly at: number;
}

/** Letters and digits together, with what may stand between two letters (’) or two digits (.,) of a word (UAX 29). */
const spacedWords =
  /[\p{L}\p{M}\p{N}]+(?:(?:(?<=\p{L}\p{M}*)['’.·:](?=\p{L})|(?<=\p{N})[.,'’](?=\p{N}))[\p{L}\p{M}\p{N}]+)*/gu;

/** The words of a text in their order, as the search knows them. Where words have spaces, no dictionary is asked. */
export function* wordsIn(text: string): Generator<PlacedWord> {
  if (!spaceless.test(text)) {
    for (const { 0: word, index } of text.matchAll(spacedWords)) yield { word, at: index };
    return;
  }
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    if (isWordLike) yield { word: segment, at: index };
  }
}
