import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareTexts, type Stretch } from './model-diff.ts';

const textOf = (stretches: readonly Stretch[], without: Stretch['kind']) =>
  stretches
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('');

test('from the stretches both texts can be read, whatever they are', () => {
  const word = fc.constantFrom('the ', 'bridge ', 'opens', ' closes', '.', '\n\n', '日本語', 'a');
  const text = fc.oneof(
    fc.string(),
    fc.array(word, { maxLength: 30 }).map((words) => words.join('')),
  );
  fc.assert(
    fc.property(text, text, (older, newer) => {
      const stretches = compareTexts(older, newer);
      expect(textOf(stretches, 'new')).toBe(older);
      expect(textOf(stretches, 'gone')).toBe(newer);
    }),
    { numRuns: 500 },
  );
});

test('a changed word is shown as that word, and not as the whole line', () => {
  expect(compareTexts('The bridge opens on Monday.', 'The bridge closes on Monday.')).toEqual([
    { kind: 'same', text: 'The bridge ' },
    { kind: 'gone', text: 'opens' },
    { kind: 'new', text: 'closes' },
    { kind: 'same', text: ' on Monday.' },
  ]);
});

test('texts that have nothing in common are shown one after the other in bounded time', () => {
  const many = (letter: string) => Array.from({ length: 20_000 }, (_, index) => `${letter}${index}`).join(' ');
  expect(compareTexts(many('a'), many('b')).length).toBeGreaterThan(0);
});
