import type { FetchReason } from '#lib/guarded-fetch-problem.ts';
import type { PingChannel } from '#lib/vocabulary.ts';

/** How many addresses one ping names at most: IndexNow takes 10,000 at once, and hubs are told feed by feed. */
export const mostAddresses: Record<PingChannel, number> = { indexNow: 10_000, webSub: 200 };

/** Milliseconds for which a ping waits for further addresses: stories are often published together. */
export const gathersForMilliseconds = 5000;

/** Milliseconds after which it is given up that nobody took a ping: by then the page was found otherwise. */
export const triedForMilliseconds = 24 * 3_600_000;

/** Milliseconds from its first address on for which a ping that nobody answers takes further ones. */
export const fillsForMilliseconds = 3_600_000;

/** Milliseconds after which the worker does something else first, however many requests are left of a ping. */
export const sentForMilliseconds = 60_000;

/** What became of one request: taken, refused for good, or to be tried again. */
export type Outcome = 'accepted' | 'refused' | 'again';

/** What a status comes to; 429 and its like ask for patience, and a fault of the server may be mended. */
export function outcomeOf(status: number): Outcome {
  if (status >= 200 && status < 300) return 'accepted';
  return [408, 425, 429].includes(status) || status >= 500 ? 'again' : 'refused';
}

/** What it comes to that there was no answer: an address that may never be asked stays one. */
export function outcomeWithout(reason: FetchReason): Outcome {
  return ['scheme', 'credentials', 'port', 'private'].includes(reason) ? 'refused' : 'again';
}
