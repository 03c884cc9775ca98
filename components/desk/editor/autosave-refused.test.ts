import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { desk, server, words } from './testing/writing.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const tooDeep = { body: { type: 'doc', content: ['what no story may have'] }, why: 'It is too deep.' };

test('a body that no story may have is kept here, is not sent, and says why, until it is mended', async () => {
  const { held, take } = server();
  const send = vi.fn(take);
  const { autosave, local } = desk(send);
  autosave.change(words('start'), tooDeep);
  autosave.change(words('with a headline'));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(autosave.status).toEqual({ kind: 'refused', message: 'It is too deep.' });
  expect(autosave.isClean).toBe(false);
  expect(local.words).toMatchObject({ words: { headline: 'with a headline' }, refused: tooDeep });
  expect(await autosave.settle()).toBeNull();
  expect(send).not.toHaveBeenCalled();
  autosave.change(words('with a headline'), null);
  await vi.advanceTimersByTimeAsync(1000);
  expect(held.content.headline).toBe('with a headline');
  expect(local.words).toBeNull();
});

test('a body that becomes one that no story may have while a save is under way is not forgotten with its answer', async () => {
  const { take } = server();
  const { autosave, local } = desk(async (save) => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    return take(save);
  });
  autosave.change(words('a'));
  await vi.advanceTimersByTimeAsync(1001);
  autosave.change(words('a'), tooDeep);
  await vi.advanceTimersByTimeAsync(5000);
  expect(autosave.status.kind).toBe('refused');
  expect(local.words).toMatchObject({ baseVersion: 2, refused: tooDeep });
});

test('a body that could not be saved comes back with the words around it, and stays where another has newer words', () => {
  const left = { baseVersion: 1, base: words('start'), words: words('mine'), refused: tooDeep, pending: null };
  const fresh = desk(server().take);
  fresh.autosave.recover(left);
  expect(fresh.autosave.status).toEqual({ kind: 'refused', message: 'It is too deep.' });
  const stored = { version: 2, content: words('theirs'), savedBy: 'Ada', savedAt: null };
  const late = desk(server().take, stored);
  late.autosave.recover(left);
  expect(late.autosave.status.kind).toBe('conflict');
  expect(late.autosave.resolve(words('theirs'), stored)).toBe(tooDeep);
  expect(late.local.words?.refused).toBe(tooDeep);
});
