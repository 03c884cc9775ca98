import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BodyDocument } from '#features/body/schema.ts';
import { mergeBodies } from './model-merge.ts';

const body = (lines: string): BodyDocument => ({
  type: 'doc',
  content: [...lines].map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
});
const merge = (base: string, mine: string, theirs: string) => mergeBodies(body(base), body(mine), body(theirs));

describe('what two people changed in different paragraphs is merged', () => {
  test.each([
    ['abcd', 'Xbcd', 'abcY', 'XbcY', 'two paragraphs'],
    ['abcd', 'aXcd', 'abYd', 'aXYd', 'two neighbouring paragraphs'],
    ['abcd', 'abcdX', 'bcd', 'bcdX', 'one at the end, and the first taken away'],
    ['abcd', 'abXcd', 'abcdY', 'abXcdY', 'one in the middle and one at the end'],
    ['abcd', 'aXcd', 'aXcd', 'aXcd', 'the same by both'],
    ['abcd', 'abcd', 'dcba', 'dcba', 'by one alone'],
    ['abcd', 'bcd', 'abc', 'bc', 'two taken away'],
  ])('%s with %s and %s: %s (%s)', (base, mine, theirs, merged) => {
    expect(merge(base, mine, theirs)).toEqual(body(merged));
  });
});

describe('what both changed is not merged', () => {
  test.each([
    ['abcd', 'aXcd', 'aYcd', 'the same paragraph otherwise'],
    ['abcd', 'acd', 'aYcd', 'one took away what the other changed'],
    ['abcd', 'abXcd', 'abYcd', 'something else at the same place'],
    ['abcd', 'abXcd', 'aYcd', 'something behind what the other changed'],
    ['', 'X', 'Y', 'the first words'],
  ])('%s with %s and %s (%s)', (base, mine, theirs) => {
    expect(merge(base, mine, theirs)).toBeNull();
  });
});

test('who merges second has the same as who merges first, and no side loses what it alone wrote', () => {
  const text = fc.string({ unit: fc.constantFrom(...'abcdefgh'), maxLength: 12 });
  fc.assert(
    fc.property(text, text, text, (base, mine, theirs) => {
      const merged = merge(base, mine, theirs);
      expect(merge(base, theirs, mine)).toEqual(merged);
      expect(merge(base, mine, base)).toEqual(body(mine));
      if (!merged) return;
      const kept = JSON.stringify(merged);
      for (const letter of new Set(mine + theirs)) {
        if (!base.includes(letter)) expect(kept).toContain(`"${letter}"`);
      }
    }),
  );
});
