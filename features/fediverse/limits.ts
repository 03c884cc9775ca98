import 'server-only';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { addressNetwork } from '#lib/client-address.ts';
import { Refusal, TooMany } from '#lib/errors.ts';
import { processWide } from '#lib/global.ts';

/** What an inbox takes: posts a minute from one network, signatures checked at once in a process, bytes of one post. */
export const inboxLimits = { network: 120, atOnce: 8, bytes: 65_536 } as const;

/** Counts one post against the limit of the network that it comes from. Throws `TooMany`. */
export async function spendInboxPost(address: string): Promise<void> {
  const { networks } = places();
  // The limiter rejects with its own state, which is no error, when there is nothing left.
  const state = await networks.consume(addressNetwork(address)).catch((reason: unknown) => {
    if (reason instanceof Error) throw reason;
    return reason as RateLimiterRes;
  });
  if (state.consumedPoints <= networks.points) return;
  throw new TooMany('This is more than is taken in a minute.', Math.ceil(state.msBeforeNext / 1000));
}

/** Checks a signature while it holds a place: other servers are asked for it, which may take seconds. */
export async function inInboxPlace<Output>(work: () => Promise<Output>): Promise<Output> {
  const held = places();
  if (held.taken >= inboxLimits.atOnce) throw new Refusal('unavailable', 'Too much arrives at once. Please try again.');
  held.taken += 1;
  try {
    return await work();
  } finally {
    held.taken -= 1;
  }
}

function places() {
  return processWide('inbox-places', () => ({
    networks: new RateLimiterMemory({ points: inboxLimits.network, duration: 60 }),
    taken: 0,
  }));
}
