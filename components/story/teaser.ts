/** About what four short lines hold. */
const enough = 150;
const sentences = new Intl.Segmenter('und', { granularity: 'sentence' });
/** `Mr. `, `U.S. `: a point after which the sentence goes on, as a rule. */
const abbreviation = /(?:^|[\s.])\p{Lu}\p{L}{0,2}\.\s*$/u;

/**
 * As many whole sentences of a standfirst as a card has room for, at least the first: a thought that is cut off tells
 * less than none.
 */
export function teaserOf(standfirst: string): string {
  if (standfirst.length <= enough) return standfirst;
  let teaser = '';
  let read = '';
  for (const { segment } of sentences.segment(standfirst)) {
    read += segment;
    if (teaser !== '' && read.trimEnd().length > enough) break;
    if (!abbreviation.test(read)) teaser = read;
  }
  return (teaser || read).trimEnd();
}
