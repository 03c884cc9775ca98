import 'server-only';
import { createHmac, randomBytes } from 'node:crypto';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { addressNetwork } from '#lib/client-address.ts';
import { Refusal } from '#lib/errors.ts';
import { processWide } from '#lib/global.ts';

/** Votes a minute and process: far more than a person casts, and enough for a school behind one address. */
export const voteLimits = { voter: 30, network: 120 } as const;

/** Thrown to whoever votes too often. `retryAfter` is in seconds. */
export class TooManyVotes extends Refusal {
  readonly retryAfter: number;

  constructor(retryAfter: number) {
    super('limited', 'You are voting faster than we can count; please try again in a minute.');
    this.retryAfter = retryAfter;
  }
}

/** Counts one vote against the limits of the network it comes from and, if known, of its voter. Throws `TooManyVotes`. */
export async function spendVote(voterId: string | null, address: string): Promise<void> {
  const { voters, networks, salt } = limiters();
  await spend(networks, createHmac('sha256', salt).update(addressNetwork(address)).digest('base64url'));
  if (voterId !== null) await spend(voters, voterId);
}

async function spend(limiter: RateLimiterMemory, key: string): Promise<void> {
  // The limiter rejects with its own state, which is no error, when there is nothing left.
  const state = await limiter.consume(key).catch((reason: unknown) => {
    if (reason instanceof Error) throw reason;
    return reason as RateLimiterRes;
  });
  if (state.consumedPoints > limiter.points) throw new TooManyVotes(Math.ceil(state.msBeforeNext / 1000));
}

/** Networks are kept under a salted hash, so that no address stands in memory. */
function limiters() {
  return processWide('vote-limits', () => ({
    voters: new RateLimiterMemory({ points: voteLimits.voter, duration: 60 }),
    networks: new RateLimiterMemory({ points: voteLimits.network, duration: 60 }),
    salt: randomBytes(32),
  }));
}
