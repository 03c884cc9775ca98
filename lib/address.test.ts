import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalSegment, pageNumber, readSegments, single, withQuery } from './address.ts';

test('what an address encodes is read back, in any script', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }).filter((text) => !/[/\p{Cc}]/u.test(text)),
      (text) => {
        expect(readSegments(encodeURIComponent(text))).toEqual([text]);
      },
    ),
  );
});

test('an address that is not UTF-8 is no address', () => {
  expect(readSegments('politics', '%E0%A4%A')).toBeNull();
  expect(readSegments('%ff')).toBeNull();
});

test('an encoded slash or control character is no part of an address', () => {
  expect(readSegments('a%2Fb')).toBeNull();
  expect(readSegments('a%00')).toBeNull();
});

test('a segment in capitals or in another normal form is the same address', () => {
  expect(canonicalSegment('Cafe\u0301')).toBe('caf\u00e9');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(canonicalSegment(canonicalSegment(text))).toBe(canonicalSegment(text));
      expect(canonicalSegment(text.normalize('NFD'))).toBe(canonicalSegment(text));
    }),
  );
});

test('of a parameter that stands twice, the first counts', () => {
  expect(single({ q: ['one', 'two'] }, 'q')).toBe('one');
  expect(single({}, 'q')).toBeUndefined();
});

test('what is not the number of a page is the first page', () => {
  expect(['2', '0', '-1', '1e3', '01', 'x', undefined, '99999'].map((text) => pageNumber(text, 50))).toEqual([
    2, 1, 1, 1, 1, 1, 1, 50,
  ]);
});

test('a query holds only the values that are there', () => {
  expect(withQuery('/search', { q: 'a b&c', page: null })).toBe('/search?q=a+b%26c');
  expect(withQuery('/world', { before: null })).toBe('/world');
});
