import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refusal } from '#lib/errors.ts';
import { groupCommit } from './group-commit.ts';

interface Item {
  readonly key: string;
  readonly number: number;
  /** Nothing that it is committed with can be committed. */
  readonly bad?: boolean;
}

/** A store that commits when the test says so, and tells what it was given. */
function setUp({ largest = 3, longestQueue = 100, worthRetrying = true } = {}) {
  const batches: number[][] = [];
  const held: (() => void)[] = [];
  const add = groupCommit<Item, number>({
    commit: async (items) => {
      batches.push(items.map(({ number }) => number));
      await new Promise<void>((resolve) => held.push(resolve));
      if (items.some(({ bad }) => bad)) throw new Error('bad');
      return items.map(({ number }) => number * 10);
    },
    keyOf: ({ key }) => key,
    worthRetrying: () => worthRetrying,
    largest,
    longestQueue,
  });
  const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
  async function release(): Promise<void> {
    for (let idle = 0; idle < 3; idle += 1) {
      await turn();
      if (held.length > 0) idle = 0;
      held.shift()?.();
    }
  }
  return { add, batches, held, turn, release };
}

const item = (number: number, key = `key ${number}`): Item => ({ key, number });

describe('what arrives together', () => {
  test('is committed together, and what comes meanwhile next', async () => {
    const { add, batches, held, turn, release } = setUp();
    const first = [add(item(1)), add(item(2))];
    await turn();
    const later = [add(item(3)), add(item(4))];
    await turn();
    expect(batches).toEqual([[1, 2]]);
    held.shift()?.();
    expect(await Promise.all(first)).toEqual([10, 20]);
    await release();
    expect(await Promise.all(later)).toEqual([30, 40]);
    expect(batches).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  test('is cut at the largest batch', async () => {
    const { add, batches, release } = setUp({ largest: 3 });
    const answers = Promise.all([1, 2, 3, 4, 5, 6, 7].map((number) => add(item(number))));
    await release();
    expect(await answers).toEqual([10, 20, 30, 40, 50, 60, 70]);
    expect(batches).toEqual([[1, 2, 3], [4, 5, 6], [7]]);
  });

  test('is not answered before its commit', async () => {
    const { add, held, turn } = setUp();
    let answered = false;
    const answer = add(item(1)).then(() => {
      answered = true;
    });
    for (let count = 0; count < 5; count += 1) await turn();
    expect(answered).toBe(false);
    held.shift()?.();
    await answer;
  });
});

test('one that cannot be committed fails alone', async () => {
  const { add, batches, release } = setUp();
  const answers = Promise.allSettled([add(item(1)), add({ ...item(2), bad: true }), add(item(3))]);
  await release();
  expect((await answers).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(batches).toEqual([[1, 2, 3], [1], [2], [3]]);
});

test('where the store is away, a batch fails as one and the next is tried', async () => {
  const { add, batches, release } = setUp({ worthRetrying: false });
  const answers = Promise.allSettled([add({ ...item(1), bad: true }), add(item(2))]);
  await release();
  expect((await answers).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  const next = add(item(3));
  await release();
  expect(await next).toBe(30);
  expect(batches).toEqual([[1, 2], [3]]);
});

test('where too many wait, whoever comes then is refused', async () => {
  const { add, release } = setUp({ longestQueue: 2 });
  const answers = Promise.all([add(item(1)), add(item(2))]);
  const refused = await add(item(3)).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Refusal);
  expect(refused).toMatchObject({ code: 'unavailable' });
  await release();
  expect(await answers).toEqual([10, 20]);
});

test('whatever comes, each key is committed in the order of arrival, once a batch', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 40 }), async (keys) => {
      const { add, batches, release } = setUp({ largest: 4 });
      const answers = Promise.all(keys.map((key, number) => add(item(number, String(key)))));
      await release();
      expect(await answers).toEqual(keys.map((_, number) => number * 10));
      for (const batch of batches) {
        expect(batch.length).toBeLessThanOrEqual(4);
        expect(new Set(batch.map((number) => keys[number])).size).toBe(batch.length);
      }
      for (const key of new Set(keys)) {
        const order = batches.flat().filter((number) => keys[number] === key);
        expect(order).toEqual(order.toSorted((one, other) => one - other));
      }
    }),
  );
});
