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
        let [counted, written] = [0, 0];
        for (const what of steps) {
          if (what === 'write') written += total(buffer.take());
          else if (what === 'fail') expect(buffer.giveBack(buffer.take())).toBe(0);
          else counted += Number(buffer.count(what, noon));
        }
        expect(written + total(buffer.take())).toBe(counted);
      }),
    );
  });

  test('holds no more stories than it may, and says what it has lost', () => {
    const buffer = new ViewBuffer(2);
    expect(['a', 'b', 'c', 'a'].map((id) => buffer.count(view(id), noon))).toEqual([true, true, false, true]);
    const taken = buffer.take();
    buffer.count(view('c'), noon);
    buffer.count(view('d'), noon);
    expect(buffer.giveBack(taken)).toBe(3);
  });
});
