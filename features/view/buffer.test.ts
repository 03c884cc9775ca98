import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { viewSources } from '#lib/vocabulary.ts';
import { type View, ViewBuffer, type ViewCount } from './buffer.ts';

const noon = Date.UTC(2026, 4, 1, 12);
const view = (articleId: string, more: Partial<View> = {}): View => ({
  ...{ articleId, source: 'direct', kind: 'human' },
  ...more,
});
const total = (counts: readonly ViewCount[]) => counts.reduce((sum, { human, filtered }) => sum + human + filtered, 0);

describe('the buffer of views', () => {
  test('adds up by story, minute, source and kind', () => {
    const buffer = new ViewBuffer();
    buffer.count(view('a'), noon + 1);
    buffer.count(view('a'), noon + 59_999);
    buffer.count(view('a', { kind: 'filtered' }), noon + 5);
    buffer.count(view('a', { source: 'search' }), noon + 5);
    buffer.count(view('a'), noon + 60_000);
    buffer.count(view('b', { kind: 'filtered' }), noon);
    expect(buffer.take()).toEqual([
      { articleId: 'a', minute: noon, source: 'direct', human: 2, filtered: 1 },
      { articleId: 'a', minute: noon, source: 'search', human: 1, filtered: 0 },
      { articleId: 'a', minute: noon + 60_000, source: 'direct', human: 1, filtered: 0 },
      { articleId: 'b', minute: noon, source: 'direct', human: 0, filtered: 1 },
    ]);
  });

  test('loses nothing and doubles nothing, however often it is emptied and given back', () => {
    const step = fc.oneof(
      fc.record({
        articleId: fc.constantFrom('a', 'b', 'c'),
        source: fc.constantFrom(...viewSources),
        kind: fc.constantFrom('human' as const, 'filtered' as const),
      }),
      fc.constant('fail' as const),
      fc.constant('write' as const),
    );
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const buffer = new ViewBuffer();
        let [now, counted, written] = [noon, 0, 0];
        for (const what of steps) {
          now += 17 * 60_000;
          if (what === 'write') written += total(buffer.take());
          else if (what === 'fail') buffer.giveBack(buffer.take(), now);
          else {
            buffer.count(what, now);
            counted += 1;
          }
        }
        expect(written + total(buffer.take())).toBe(counted);
        expect(buffer.takeLost()).toBe(0);
      }),
    );
  });

  test('holds no more stories than it may, and says what it has lost', () => {
    const buffer = new ViewBuffer(2);
    for (const id of ['a', 'b', 'c', 'a']) buffer.count(view(id), noon);
    expect(buffer.takeLost()).toBe(1);
    const taken = buffer.take();
    buffer.count(view('c'), noon);
    buffer.count(view('d'), noon);
    buffer.giveBack(taken, noon);
    expect(buffer.takeLost()).toBe(3);
    expect(buffer.takeLost()).toBe(0);
  });

  test('keeps by the hour what has waited for more than one', () => {
    const buffer = new ViewBuffer();
    for (const minutes of [1, 2, 59, 61, 119]) buffer.count(view('a'), noon + minutes * 60_000);
    buffer.giveBack(buffer.take(), noon + 120 * 60_000);
    expect(buffer.take().map(({ minute, human }) => [(minute - noon) / 60_000, human])).toEqual([
      [0, 3],
      [61, 1],
      [119, 1],
    ]);
  });
});
