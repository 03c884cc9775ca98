import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Bursts, largestCrowd } from './bursts.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['Date', 'performance'] }));
afterEach(() => vi.useRealTimers());

const minutes = (number: number) => vi.advanceTimersByTime(number * 60_000);

/** Has so many new readers vote; gives how many of the votes were found to be part of a burst. */
function come(bursts: Bursts, number: number): number {
  return Array.from({ length: number }, () => bursts.note('story', 'network', crypto.randomUUID())).filter(Boolean)
    .length;
}

test('readers up to the largest crowd are none, and the next one shows a burst of all of them', () => {
  const bursts = new Bursts();
  expect(come(bursts, largestCrowd)).toBe(0);
  expect(bursts.note('story', 'network', 'one more')).toHaveLength(largestCrowd + 1);
  expect(bursts.note('other story', 'network', 'one more')).toBeNull();
});

test('a burst is found whenever it falls, also long after the first of its network', () => {
  const bursts = new Bursts();
  come(bursts, 1);
  minutes(9);
  expect(come(bursts, largestCrowd - 1)).toBe(0);
  minutes(2);
  expect(come(bursts, largestCrowd)).toBe(largestCrowd - 1);
});

test('readers who come slowly are no burst, however many they are', () => {
  const bursts = new Bursts();
  for (let hour = 0; hour < 10; hour += 1) {
    expect(come(bursts, largestCrowd)).toBe(0);
    minutes(10);
  }
});
