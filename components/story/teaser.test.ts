import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { teaserOf } from './teaser.ts';

const first = 'The first tram up the hill was late by four minutes.';
const second = 'Most of its passengers had been waiting rather longer, and said so at some length.';
const third = 'The mayor walked.';

describe('the teaser of a card', () => {
  test('is the standfirst where there is room for it', () => {
    expect(teaserOf(`${first} ${second}`)).toBe(`${first} ${second}`);
    expect(teaserOf('')).toBe('');
  });

  test('ends with a sentence', () => {
    expect(teaserOf(`${first} ${second} ${third}`)).toBe(`${first} ${second}`);
    expect(teaserOf('雨が降った。'.repeat(40))).toBe('雨が降った。'.repeat(25));
  });

  test('has a first sentence whole, however long it is', () => {
    const long = `${'on and '.repeat(40)}on.`;
    expect(teaserOf(`${long} ${first}`)).toBe(long);
  });

  test('does not end with an abbreviation', () => {
    const mayor = `The fares go up, says Mr. Halden of the U.S. ferry line, ${'and up '.repeat(12)}again.`;
    expect(teaserOf(`${mayor} ${first} ${second}`)).toBe(mayor);
  });

  test('is always how the standfirst begins', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 600 }), (text) => {
        const teaser = teaserOf(text);
        expect(text.startsWith(teaser)).toBe(true);
        if (text.trim()) expect(teaser.trim()).not.toBe('');
      }),
    );
  });
});
