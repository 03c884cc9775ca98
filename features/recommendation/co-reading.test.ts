import { expect, test } from 'vitest';
import { CoReading } from './co-reading.ts';

const noon = Date.parse('2026-11-20T12:00:00Z');
const reader = (number: number, network = `198.51.${number}.0/24`) => ({ network, userAgent: `Browser ${number}` });

function readBy(counts: CoReading, numbers: readonly number[], stories = ['a', 'b'], now = noon): void {
  for (const number of numbers) for (const story of stories) counts.note(reader(number), story, now);
}

test('two stories that five people read are told with their number, once', () => {
  const counts = new CoReading();
  readBy(counts, [1, 2, 3, 4]);
  expect(counts.take()).toEqual([]);
  readBy(counts, [5], ['b', 'a']);
  expect(counts.take()).toEqual([{ articleId: 'a', otherId: 'b', readers: 5 }]);
  expect(counts.take()).toEqual([]);
});

test('after that five more are waited for: fewer are never told', () => {
  const counts = new CoReading();
  readBy(counts, [1, 2, 3, 4, 5]);
  counts.take();
  readBy(counts, [6, 7, 8, 9]);
  expect(counts.take()).toEqual([]);
  readBy(counts, [10]);
  expect(counts.take()).toMatchObject([{ readers: 5 }]);
});

test('each story is paired with all that its reader read today', () => {
  const counts = new CoReading();
  readBy(counts, [1, 2, 3, 4, 5], ['a', 'b', 'c']);
  const pairs = counts.take().map(({ articleId, otherId }) => articleId + otherId);
  expect(pairs.toSorted()).toEqual(['ab', 'ac', 'bc']);
});

test('a network counts once, whatever browsers it says it has', () => {
  const counts = new CoReading();
  for (let number = 0; number < 50; number += 1) {
    for (const story of ['a', 'b']) counts.note(reader(number, '203.0.113.0/24'), story, noon);
  }
  expect(counts.take()).toEqual([]);
});

test('people of one network are not taken for one', () => {
  const counts = new CoReading();
  for (let number = 0; number < 50; number += 1) {
    counts.note(reader(number), 'a', noon);
    counts.note({ ...reader(number), userAgent: 'Another' }, 'b', noon);
  }
  expect(counts.take()).toEqual([]);
});

test('with the day all is forgotten that was not enough', () => {
  const counts = new CoReading();
  readBy(counts, [1, 2, 3, 4]);
  readBy(counts, [5], ['a', 'b'], noon + 24 * 60 * 60 * 1000);
  expect(counts.take()).toEqual([]);
});

test('what it remembers is bounded', () => {
  const counts = new CoReading({ readers: 3, pairs: 3 });
  readBy(counts, [1, 2, 3, 4], ['a']);
  readBy(counts, [1], ['b']);
  readBy(counts, [2, 3, 4, 5, 6], ['b', 'a']);
  // The first reader was forgotten; five others are known.
  expect(counts.take()).toEqual([{ articleId: 'a', otherId: 'b', readers: 5 }]);
});
