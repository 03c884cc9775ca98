import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { slugify, slugMaxLength, withSuffix } from './slug.ts';

const headline = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 30 }).map((words) => words.join(' ')),
);

describe('slugify', () => {
  test.each([
    [`Travis Hunter, the 2-way star: "I'm 'ready'" - part 1`, 'travis-hunter-the-2-way-star-im-ready-part-1'],
    ['Trump’s ‘stop’ sign', 'trumps-stop-sign'],
    ['  Ärger in Zürich — was nun?  ', 'ärger-in-zürich-was-nun'],
    ['Cafe\u0301 society', 'café-society'],
    ['北朝鮮、ロシアに砲弾百万発', '北朝鮮-ロシアに砲弾百万発'],
    ['می‌خواهم بدانم', 'می-خواهم-بدانم'],
    ['צה״ל נסוג', 'צהל-נסוג'],
    ['किसान आंदोलन', 'किसान-आंदोलन'],
    ['1️⃣ thing, $1.5m and 3 % more', '1-thing-1-5m-and-3-more'],
    ['İstanbul', 'i̇stanbul'],
    ['😀 🎉 — !', 'story'],
    ['', 'story'],
    ['../../etc/passwd\u0000', 'etc-passwd'],
  ])('writes %j as %j', (given, slug) => {
    expect(slugify(given)).toBe(slug);
  });

  test('cuts a long headline between words', () => {
    const slug = slugify(
      'South Korea’s spy agency says North Korea shipped more than a million artillery shells to Russia',
    );
    expect(slug).toBe('south-koreas-spy-agency-says-north-korea-shipped-more-than-a-million-artillery');
  });

  test('cuts a headline without spaces between its words, not in the middle of one', () => {
    expect(slugify('北朝鮮がロシアに砲弾を送った', { maxLength: 6 })).toBe('北朝鮮が');
  });

  test('cuts one endless word between graphemes', () => {
    expect(slugify('e\u0323\u0302'.repeat(100), { maxLength: 5 })).toBe('ệệệệệ');
    expect(slugify('n\u0308\u0308'.repeat(100), { maxLength: 5 })).toBe('n̈̈');
  });

  test('uses the fallback where one grapheme is longer than the slug may be', () => {
    expect(slugify(`x${'\u0308'.repeat(200)}`, { fallback: 'untitled' })).toBe('untitled');
  });

  test('is never empty or too long, holds only lower-case words and single hyphens, and is its own slug', () => {
    fc.assert(
      fc.property(headline, (text) => {
        const slug = slugify(text);
        expect(slug).toMatch(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(-[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*$/u);
        expect(slug.length).toBeLessThanOrEqual(slugMaxLength);
        expect(slug).toBe(slug.normalize('NFC').toLowerCase());
        expect(slugify(slug)).toBe(slug);
      }),
    );
  });

  test('a shortened slug is the beginning of the whole one and ends where a grapheme ends', () => {
    fc.assert(
      fc.property(headline, fc.integer({ min: 5, max: 60 }), (text, maxLength) => {
        const whole = slugify(text, { maxLength: 1000 });
        const slug = slugify(text, { maxLength, fallback: '' });
        expect(whole.startsWith(slug) || slug === '').toBe(true);
        const ends = [...new Intl.Segmenter().segment(whole)].map(({ index, segment }) => index + segment.length);
        expect([0, ...ends]).toContain(slug.length);
      }),
    );
  });
});

describe('withSuffix', () => {
  test('adds the number, and shortens the slug where both would not fit', () => {
    expect(withSuffix('council-votes', 2)).toBe('council-votes-2');
    expect(withSuffix('council-votes', 12, 12)).toBe('council-12');
  });

  test('numbers of one slug never meet', () => {
    fc.assert(
      fc.property(
        headline,
        fc.integer({ min: 2, max: 9999 }),
        fc.integer({ min: 2, max: 9999 }),
        (text, one, other) => {
          fc.pre(one !== other);
          const slug = slugify(text);
          expect(withSuffix(slug, one)).not.toBe(withSuffix(slug, other));
          expect(withSuffix(slug, one).length).toBeLessThanOrEqual(slugMaxLength);
        },
      ),
    );
  });
});
