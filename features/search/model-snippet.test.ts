import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutSnippet, markWords, wordedText } from './model-snippet.ts';

const isHit = (word: string) => ['harbour', 'ferry', 'ロシア'].includes(word.toLowerCase());
const said = (text: string) =>
  cutSnippet(wordedText(text), isHit)
    .map((piece) => (piece.hit ? `[${piece.text}]` : piece.text))
    .join('');

test('a short text is shown whole, its white space as one space', () => {
  expect(said('The  harbour\n\nis closed. ')).toBe('The [harbour] is closed.');
  expect(said('北朝鮮がロシアに')).toBe('北朝鮮が[ロシア]に');
});

test('of a long one that part is shown in which most of the words stand, cut between words', () => {
  const filler = 'Nothing much was to be seen there at all. '.repeat(12);
  const snippet = said(`A harbour. ${filler}The ferry left the harbour at noon. ${filler}`);
  expect(snippet).toMatch(/^… (?:\w+[. ]+)+The \[ferry\] left the \[harbour\] at noon\. .*\w …$/);
});

test('where no word stands there is no snippet', () => {
  expect(cutSnippet(wordedText('Nothing here.'), isHit)).toEqual([]);
  expect(cutSnippet(wordedText(''), isHit)).toEqual([]);
});

test('marking loses and changes nothing, and a snippet stays short', () => {
  const texts = fc.array(
    fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('ferry', ' Harbour ', '<b>', 'ロシア')),
  );
  fc.assert(
    fc.property(texts, (parts) => {
      const text = parts.join(' ');
      const pieces = markWords(text, isHit);
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      expect(pieces.every((piece) => !piece.hit || isHit(piece.text))).toBe(true);
      expect(said(text).length).toBeLessThan(400);
    }),
  );
});
