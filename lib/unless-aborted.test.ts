import { expect, test } from 'vitest';
import { unlessAborted } from './unless-aborted.ts';

test('work that ends in time is not disturbed', async () => {
  expect(await unlessAborted(Promise.resolve('done'), new AbortController().signal)).toBe('done');
  await expect(unlessAborted(Promise.reject(new Error('broken')), undefined)).rejects.toThrow('broken');
});

test('work that never ends is left as soon as it is called off', async () => {
  const controller = new AbortController();
  const work = unlessAborted(new Promise(() => undefined), controller.signal);
  controller.abort();
  await expect(work).rejects.toMatchObject({ name: 'AbortError' });
});

test('nothing is waited for when it was called off before', async () => {
  await expect(unlessAborted(Promise.resolve('done'), AbortSignal.abort())).rejects.toMatchObject({
    name: 'AbortError',
  });
});
