import 'server-only';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { say } from '#lib/desk-words.ts';
import { TooMany } from '#lib/errors.ts';
import { processWide } from '#lib/global.ts';

type Way = 'upload' | 'fetch';

/** What one person may send to a process: so many at once, and so many in ten minutes. The desk sends two at once. */
export const pictureLimits = {
  upload: { atOnce: 4, inTenMinutes: 300 },
  fetch: { atOnce: 2, inTenMinutes: 40 },
} as const satisfies Record<Way, { atOnce: number; inTenMinutes: number }>;

/** Takes a picture in while it holds one of the person's places. Throws `TooMany` without having begun. */
export async function inPicturePlace<Output>(way: Way, userId: string, work: () => Promise<Output>): Promise<Output> {
  const { held, rates } = places();
  const key = `${way} ${userId}`;
  const taken = held.get(key) ?? 0;
  if (taken >= pictureLimits[way].atOnce) throw new TooMany(say('media.limit.atOnce'), 5);
  held.set(key, taken + 1);
  try {
    await spend(rates[way], userId);
    return await work();
  } finally {
    const left = (held.get(key) ?? 1) - 1;
    if (left > 0) held.set(key, left);
    else held.delete(key);
  }
}

async function spend(limiter: RateLimiterMemory, userId: string): Promise<void> {
  // The limiter rejects with its own state, which is no error, when there is nothing left.
  const state = await limiter.consume(userId).catch((reason: unknown) => {
    if (reason instanceof Error) throw reason;
    return reason as RateLimiterRes;
  });
  if (state.consumedPoints <= limiter.points) return;
  const minutes = Math.ceil(state.msBeforeNext / 60_000);
  throw new TooMany(say('media.limit.rate', { count: minutes }), Math.ceil(state.msBeforeNext / 1000));
}

function places() {
  const limiter = (way: Way) =>
    new RateLimiterMemory({ points: pictureLimits[way].inTenMinutes, duration: 600, keyPrefix: way });
  return processWide('picture-places', () => ({
    held: new Map<string, number>(),
    rates: { upload: limiter('upload'), fetch: limiter('fetch') },
  }));
}
