import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SendAnswer } from './saving.ts';
import { desk, server, words } from './testing/writing.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('once stopped, it sends what is unsaved and never again by itself', async () => {
  const send = vi.fn(async (): Promise<SendAnswer> => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    return { kind: 'unreachable' };
  });
  const { autosave, local } = desk(send);
  autosave.change(words('a'));
  await vi.advanceTimersByTimeAsync(1001);
  autosave.change(words('ab'));
  const stopped = autosave.stop();
  await vi.advanceTimersByTimeAsync(500);
  await stopped;
  await vi.advanceTimersByTimeAsync(600_000);
  expect(send).toHaveBeenCalledTimes(1);
  expect(local.words?.words.headline).toBe('ab');
});

test('stopped while a save is under way, it sends what was typed since before it ends', async () => {
  const { held, take } = server();
  const { autosave, local } = desk(async (save) => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    return take(save);
  });
  autosave.change(words('a'));
  await vi.advanceTimersByTimeAsync(1001);
  autosave.change(words('ab'));
  const stopped = autosave.stop();
  await vi.advanceTimersByTimeAsync(1000);
  await stopped;
  expect(held.content.headline).toBe('ab');
  expect(local.words).toBeNull();
});

test('whether this browser keeps what is unsaved is known, and said again when it changes', async () => {
  const { autosave, local } = desk(() => ({ kind: 'unreachable' }));
  autosave.change(words('a'));
  expect(autosave.isKept).toBe(true);
  local.hasRoom = false;
  autosave.change(words('ab'));
  expect(autosave.isKept).toBe(false);
  local.hasRoom = true;
  autosave.change(words('abc'));
  expect(autosave.isKept).toBe(true);
});
