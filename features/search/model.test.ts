import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readQuery, searchConfigurationFor } from './model.ts';

test.each([
  ['harbour master', 'harbour master', []],
  ['harbour -ferry', 'harbour', ['ferry']],
  ['harbour -"late ferry" "on time"', 'harbour "on time"', ['"late ferry"']],
  ['well-known "ship - shape"', 'well-known "ship - shape"', []],
  ['ferry - -', 'ferry - -', []],
  ['"never closed -here', '"never closed -here', []],
  ['-only', '', ['only']],
])('%j asks for %j without %j', (query, wanted, excluded) => {
  expect(readQuery(query)).toEqual({ wanted, excluded });
});

test('no word of a query is lost', () => {
  const letters = (text: string) => text.replace(/[-\s]/g, '');
  fc.assert(
    fc.property(fc.string(), (query) => {
      const { wanted, excluded } = readQuery(query);
      expect([...letters([wanted, ...excluded].join(''))].sort()).toEqual([...letters(query)].sort());
    }),
  );
});

test('a language is searched by its own rules, whatever its country, and an unknown one word by word', () => {
  expect(['en-GB', 'PT-br', 'ja', 'zh-Hant'].map(searchConfigurationFor)).toEqual([
    'english',
    'portuguese',
    'simple',
    'simple',
  ]);
});
