import 'server-only';
import { createHmac, randomBytes } from 'node:crypto';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { addressNetwork } from '#lib/client-address.ts';
import { TooMany } from '#lib/errors.ts';
import { processWide } from '#lib/global.ts';

/**
 * Votes a minute and process: far more than a person casts, enough for a school behind one address, and for a story more
 * than a process can count, so that nobody fills its queue with one.
 */
export const voteLimits = { voter: 30, network: 120, article: 600_000 } as const;

interface Spent {
  /** Null for a reader who is not known yet. */
  readonly voterId: string | null;
  readonly address: string;
  /** As it came. */
  readonly articleId: unknown;
}

/**
 * Counts one vote against the limits of the network it comes from, of its voter if known, and of its story. Throws
 * `TooMany`.
 */
export async function spendVote({ voterId, address, articleId }: Spent): Promise<void> {
  const { voters, networks, articles, salt } = limiters();
  const hashed = (text: string) => createHmac('sha256', salt).update(text).digest('base64url');
  await spend(networks, hashed(addressNetwork(address)));
  if (voterId !== null) await spend(voters, hashed(voterId));
  if (typeof articleId === 'string') await spend(articles, hashed(articleId.toLowerCase()));
}

async function spend(limiter: RateLimiterMemory, key: string): Promise<void> {
  // The limiter rejects with its own state, which is no error, when there is nothing left.
  const state = await limiter.consume(key).catch((reason: unknown) => {
    if (reason instanceof Error) throw reason;
    return reason as RateLimiterRes;
  });
  if (state.consumedPoints <= limiter.points) return;
  const message = 'You are voting faster than we can count; please try again in a minute.';
  throw new TooMany(message, Math.ceil(state.msBeforeNext / 1000));
}

/** Keys are salted hashes, so that neither an address nor who votes for what stands in memory. */
function limiters() {
  return processWide('vote-limits', () => ({
    voters: new RateLimiterMemory({ points: voteLimits.voter, duration: 60 }),
    networks: new RateLimiterMemory({ points: voteLimits.network, duration: 60 }),
    articles: new RateLimiterMemory({ points: voteLimits.article, duration: 60 }),
    salt: randomBytes(32),
  }));
}
