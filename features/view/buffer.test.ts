import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ViewBuffer, type ViewCount } from './buffer.ts';

const noon = Date.UTC(2026, 4, 1, 12);
const total = (counts: readonly ViewCount[]) => counts.reduce((sum, { human, filtered }) => sum + human + filtered, 0);

describe('the buffer of views', () => {
  test('adds up by story, hour and kind', () => {
    const buffer = new ViewBuffer();
    buffer.count('a', 'human', noon + 1);
    buffer.count('a', 'human', noon + 3_599_999);
    buffer.count('a', 'filtered', noon + 5);
    buffer.count('a', 'human', noon + 3_600_000);
    buffer.count('b', 'filtered', noon);
    expect(buffer.take()).toEqual([
      { articleId: 'a', hour: noon, human: 2, filtered: 1 },
      { articleId: 'a', hour: noon + 3_600_000, human: 1, filtered: 0 },
      { articleId: 'b', hour: noon, human: 0, filtered: 1 },
    ]);
  });

  test('loses nothing and doubles nothing, however often it is emptied and given back', () => {
    const step = fc.oneof(
      fc.record({
        article: fc.constantFrom('a', 'b', 'c'),
        kind: fc.constantFrom('human' as const, 'filtered' as const),
      }),
      fc.constant('fail' as const),
      fc.constant('write' as const),
    );
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const buffer = new ViewBuffer();
        let [counted, written] = [0, 0];
        for (const what of steps) {
          if (what === 'write') written += total(buffer.take());
          else if (what === 'fail') expect(buffer.giveBack(buffer.take())).toBe(0);
          else counted += Number(buffer.count(what.article, what.kind, noon));
        }
        expect(written + total(buffer.take())).toBe(counted);
      }),
    );
  });

  test('holds no more stories than it may, and says what it has lost', () => {
    const buffer = new ViewBuffer(2);
    expect(['a', 'b', 'c', 'a'].map((id) => buffer.count(id, 'human', noon))).toEqual([true, true, false, true]);
    const taken = buffer.take();
    buffer.count('c', 'human', noon);
    buffer.count('d', 'human', noon);
    expect(buffer.giveBack(taken)).toBe(3);
  });
});
