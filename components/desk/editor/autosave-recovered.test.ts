import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { desk, server, words } from './testing/writing.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A page whose last save was on its way when it was reloaded, with what was typed after it. */
async function reloaded(send: ReturnType<typeof server>['take']) {
  const { autosave, local } = desk(async (save) => {
    send(save);
    return new Promise(() => undefined);
  });
  autosave.change(words('one'));
  await vi.advanceTimersByTimeAsync(1000);
  autosave.change(words('one two'));
  const left = local.words;
  if (!left) throw new Error('Nothing was kept.');
  return left;
}

test("one's own save that arrived while the page was reloaded is no conflict with oneself", async () => {
  const { held, take } = server();
  const left = await reloaded(take);
  const next = desk(take, { ...held, savedBy: 'I', savedAt: null });
  next.autosave.recover(left);
  await vi.advanceTimersByTimeAsync(2000);
  expect(next.said.map(({ kind }) => kind)).not.toContain('conflict');
  expect([held.content.headline, next.autosave.status.kind, next.local.words]).toEqual(['one two', 'saved', null]);
});

test("one's own save that arrives after the page was read anew is no conflict either", async () => {
  const { held, take } = server();
  const left = await reloaded(() => ({ kind: 'unreachable' }));
  const next = desk(take);
  take(left.pending ?? expect.fail('The save whose answer is not known was not kept.'));
  next.autosave.recover(left);
  await vi.advanceTimersByTimeAsync(3000);
  expect(next.said.map(({ kind }) => kind)).not.toContain('conflict');
  expect([held.content.headline, next.local.words]).toEqual(['one two', null]);
});

test("a save that never arrived is sent before what follows it; another's newer words still stop it", async () => {
  const { held, take, taken } = server();
  const left = await reloaded(() => ({ kind: 'unreachable' }));
  const next = desk(take);
  next.autosave.recover(left);
  await vi.advanceTimersByTimeAsync(3000);
  expect(taken.map((save) => save.words)).toEqual(['one', 'one two']);

  const theirs = { version: 2, content: words('theirs'), savedBy: 'Ada', savedAt: null };
  Object.assign(held, { ...theirs, saveId: 'of another' });
  const late = desk(take, theirs);
  late.autosave.recover(left);
  await vi.advanceTimersByTimeAsync(3000);
  expect(late.autosave.status).toMatchObject({ kind: 'conflict', stored: { content: { headline: 'theirs' } } });
  expect(late.local.words).toMatchObject({ words: { headline: 'one two' } });
});
