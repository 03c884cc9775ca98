import { expect, test } from 'vitest';
import { SeenToday } from './seen-today.ts';

const noon = Date.UTC(2026, 4, 1, 12);
const reader = { address: '203.0.113.9', userAgent: 'Firefox' };

test('a reader is counted once a story and day', () => {
  const seen = new SeenToday();
  expect(seen.isFirst(reader, 'a', noon)).toBe(true);
  expect(seen.isFirst(reader, 'a', noon + 11 * 3_600_000)).toBe(false);
  expect(seen.isFirst(reader, 'b', noon)).toBe(true);
  expect(seen.isFirst(reader, 'a', noon + 12 * 3_600_000)).toBe(true);
});

test('another address or browser is another reader', () => {
  const seen = new SeenToday();
  seen.isFirst(reader, 'a', noon);
  expect(seen.isFirst({ ...reader, address: '203.0.113.10' }, 'a', noon)).toBe(true);
  expect(seen.isFirst({ ...reader, userAgent: 'Chrome' }, 'a', noon)).toBe(true);
});

test('only so many readings are remembered, at least the newer half of them', () => {
  const seen = new SeenToday(4);
  for (const article of ['a', 'b', 'c', 'd']) seen.isFirst(reader, article, noon);
  expect(['a', 'b', 'c', 'd'].map((article) => seen.isFirst(reader, article, noon))).toEqual([
    false,
    false,
    false,
    false,
  ]);
  seen.isFirst(reader, 'e', noon);
  expect(['c', 'd', 'e'].map((article) => seen.isFirst(reader, article, noon))).toEqual([false, false, false]);
  expect(seen.isFirst(reader, 'a', noon)).toBe(true);
});
