import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { StoredDraft } from '#features/draft/model.ts';
import type { Save, SendAnswer } from './saving.ts';
import { desk, server, words } from './testing/writing.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('words are sent a second after the last key, once', async () => {
  const { held, take } = server();
  const send = vi.fn(take);
  const { autosave, said } = desk(send);
  autosave.change(words('a'));
  await vi.advanceTimersByTimeAsync(900);
  autosave.change(words('ab'));
  await vi.advanceTimersByTimeAsync(900);
  expect(send).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(100);
  expect(held.content.headline).toBe('ab');
  expect(said.map(({ kind }) => kind)).toEqual(['unsaved', 'saving', 'saved']);
});

test('words taken back before they were sent need no save', async () => {
  const send = vi.fn(server().take);
  const { autosave, local } = desk(send);
  autosave.change(words('x'));
  expect(local.words).not.toBeNull();
  autosave.change(words('start'));
  await vi.advanceTimersByTimeAsync(5000);
  expect(send).not.toHaveBeenCalled();
  expect(local.words).toBeNull();
});

test('a save whose answer is lost is sent again as it was, and what was typed meanwhile follows', async () => {
  const { held, take } = server();
  const sent: Save[] = [];
  const { autosave, said } = desk((save) => {
    sent.push(save);
    const answer = take(save);
    return sent.length === 1 ? { kind: 'unreachable' } : answer;
  });
  autosave.change(words('one'));
  await vi.advanceTimersByTimeAsync(1000);
  expect(said.at(-1)?.kind).toBe('unreachable');
  autosave.change(words('two'));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sent.map(({ content }) => content.headline)).toEqual(['one', 'one', 'two']);
  const [first, again, next] = sent.map(({ saveId }) => saveId);
  expect(again).toBe(first);
  expect(next).not.toBe(first);
  expect(held).toMatchObject({ version: 3, content: { headline: 'two' } });
  expect(autosave.status.kind).toBe('saved');
});

test("another's newer words stop the saving, mine stay in this browser, and what I choose is saved on top", async () => {
  const { held, take, taken } = server();
  const { autosave, local } = desk(take);
  take({ baseVersion: 1, saveId: 'of Ada', content: words('Ada'), chosen: false });
  autosave.change(words('mine'));
  await vi.advanceTimersByTimeAsync(1000);
  const { status } = autosave;
  if (status.kind !== 'conflict') throw new Error('There is no conflict.');
  expect(status.stored).toMatchObject({ version: 2, savedBy: 'Ada', content: { headline: 'Ada' } });
  autosave.change(words('mine, longer'));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(held.content.headline).toBe('Ada');
  expect(local.words?.words.headline).toBe('mine, longer');
  expect(await autosave.settle()).toBeNull();
  autosave.resolve(words('mine and Ada'), status.stored);
  await vi.advanceTimersByTimeAsync(10);
  expect(taken.slice(1)).toEqual([
    { words: 'mine, longer', over: 'Ada', chosen: true },
    { words: 'mine and Ada', over: 'mine, longer', chosen: true },
  ]);
  expect(local.words).toBeNull();
});

test('where somebody takes all of the other words, the own ones are saved first, and typing meanwhile is not lost', async () => {
  const { held, take, taken } = server();
  let slow = 0;
  const { autosave } = desk(async (save) => {
    await new Promise((resolve) => setTimeout(resolve, slow));
    return take(save);
  });
  take({ baseVersion: 1, saveId: 'of Ada', content: words('Ada'), chosen: false });
  autosave.change(words('mine'));
  await vi.advanceTimersByTimeAsync(1001);
  const { status } = autosave;
  if (status.kind !== 'conflict') throw new Error('There is no conflict.');
  slow = 500;
  autosave.resolve(words('Ada'), status.stored);
  await vi.advanceTimersByTimeAsync(100);
  autosave.change(words('Ada, and more'));
  await vi.advanceTimersByTimeAsync(5000);
  expect(taken.map((save) => save.words)).toEqual(['Ada', 'mine', 'Ada, and more']);
  expect(held.content.headline).toBe('Ada, and more');
  expect(autosave.status.kind).toBe('saved');
});

test('two who wrote the same words are not in conflict', async () => {
  const { take } = server();
  const { autosave } = desk(take);
  take({ baseVersion: 1, saveId: 'of Ada', content: words('same'), chosen: false });
  autosave.change(words('same'));
  await vi.advanceTimersByTimeAsync(1000);
  expect(autosave.status.kind).toBe('saved');
  expect(autosave.version).toBe(2);
});

test('settling sends at once and gives the version; where words cannot be saved there is none', async () => {
  const { take } = server();
  const answers: SendAnswer[] = [{ kind: 'refused', message: 'Too long.' }];
  const { autosave } = desk((save) => answers.shift() ?? take(save));
  autosave.change(words('a'));
  expect(await autosave.settle()).toBeNull();
  expect(autosave.status).toEqual({ kind: 'refused', message: 'Too long.' });
  autosave.change(words('b'));
  expect(await autosave.settle()).toBe(2);
});

test("another's words are taken over only where there are none of one's own", () => {
  const { autosave } = desk(server().take);
  const theirs: StoredDraft = { version: 2, content: words('theirs'), savedBy: 'Ada', savedAt: null };
  autosave.change(words('mine'));
  expect(autosave.accept(theirs)).toBe(false);
  autosave.change(words('start'));
  expect(autosave.accept(theirs)).toBe(true);
  expect(autosave.version).toBe(2);
});

test('words that an earlier page could not send are sent now, or shown beside newer ones', async () => {
  const { held, take } = server();
  const fresh = desk(take);
  fresh.autosave.recover({
    baseVersion: 1,
    base: words('start'),
    words: words('rescued'),
    refused: null,
    pending: null,
  });
  await vi.advanceTimersByTimeAsync(1000);
  expect(held.content.headline).toBe('rescued');
  const stored = { version: 2, content: held.content, savedBy: 'Ada', savedAt: null };
  const late = desk(take, stored);
  late.autosave.recover({
    baseVersion: 1,
    base: words('start'),
    words: words('rescued too'),
    refused: null,
    pending: null,
  });
  expect(late.autosave.status).toEqual({ kind: 'conflict', stored });
  expect(late.local.words?.words.headline).toBe('rescued too');
});

test('whatever the network loses, whatever is typed when: the last words arrive, and stay local until they have', async () => {
  const step = fc.record({
    typed: fc.boolean(),
    wait: fc.integer({ min: 0, max: 3000 }),
    lost: fc.constantFrom('no', 'request', 'answer'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 15 }), async (steps) => {
      const { held, take } = server();
      let lost = 'no';
      const { autosave, local } = desk((save) => {
        const answer = lost === 'request' ? null : take(save);
        return lost === 'no' && answer ? answer : { kind: 'unreachable' };
      });
      let last = 'start';
      for (const [index, { typed, wait, lost: loses }] of steps.entries()) {
        lost = loses;
        if (typed) {
          last = `words ${index}`;
          autosave.change(words(last));
        }
        await vi.advanceTimersByTimeAsync(wait);
        if (autosave.status.kind !== 'saved') expect(local.words?.words.headline).toBe(last);
      }
      lost = 'no';
      await vi.advanceTimersByTimeAsync(120_000);
      expect(autosave.status.kind).toBe('saved');
      expect(held.content.headline).toBe(last);
      expect(local.words).toBeNull();
    }),
    { numRuns: 60 },
  );
});
