import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newsLanguage, partFile, readPartFile } from '#features/sitemap/model.ts';

describe("the name of a child's file", () => {
  test('has a number only from the second part on', () => {
    expect(partFile({ month: '2025-04', part: 1 })).toBe('2025-04.xml');
    expect(partFile({ month: '2025-04', part: 2 })).toBe('2025-04-2.xml');
  });

  test('is read as it was written', () => {
    const months = fc.tuple(fc.integer({ min: 1900, max: 2999 }), fc.integer({ min: 1, max: 12 }));
    fc.assert(
      fc.property(months, fc.integer({ min: 1, max: 9999 }), ([year, month], part) => {
        const child = { month: `${year}-${String(month).padStart(2, '0')}`, part };
        expect(readPartFile(partFile(child))).toEqual(child);
      }),
    );
  });

  test.each([
    '2025-04-1.xml',
    '2025-04-0.xml',
    '2025-13.xml',
    '0025-04.xml',
    '2025-4.xml',
    '2025-04',
    '2025-04.xml.gz',
    'x2025-04.xml',
  ])('%s names no child', (file) => expect(readPartFile(file)).toBeNull());
});

test.each([
  ['en', 'en'],
  ['pt-BR', 'pt'],
  ['zh', 'zh-cn'],
  ['zh-Hant', 'zh-tw'],
  ['zh-HK', 'zh-tw'],
  ['fil', 'fil'],
])('news sitemaps write %s as %s', (tag, written) => expect(newsLanguage(tag)).toBe(written));
