import { expect, test } from 'vitest';
import { nearestWord, respell, spelledWords } from './model-spelling.ts';

test.each([
  ['harbuor', ['harvest', 'harbour', 'harbor'], 'harbour'],
  ['Ferrry', ['merry', 'ferry'], 'ferry'],
  ['shpi', ['shop', 'ship'], 'ship'],
  ['minster', ['minister', 'monster'], 'minister'],
  ['cat', ['dogs', 'horse'], null],
  ['ferry', ['ferry'], null],
  ['кремел', ['кремль'], 'кремль'],
])('for %j of %j %j is meant', (typed, candidates, meant) => {
  expect(nearestWord(typed, candidates)).toBe(meant);
});

test('only words are corrected: no phrase, no exclusion, no number, no operator', () => {
  const query = 'harbuor or "late fery" -fery 2026 no feri feri';
  expect(spelledWords(query)).toEqual(['harbuor', 'feri']);
  expect(
    respell(
      query,
      new Map([
        ['feri', 'ferry'],
        ['fery', 'x'],
      ]),
    ),
  ).toBe('harbuor or "late fery" -fery 2026 no ferry ferry');
});
