import 'server-only';
import { createHmac, randomBytes } from 'node:crypto';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { addressNetwork } from '#lib/client-address.ts';
import { Refusal } from '#lib/errors.ts';
import { processWide } from '#lib/global.ts';

/**
 * Tries a process, in their window. A stranger who fails often keeps an account's owner out only from the stranger's own
 * network; the limit of the account as a whole is far above what a person needs.
 */
export const signInLimits = {
  accountFromNetwork: { points: 10, minutes: 15 },
  account: { points: 100, minutes: 60 },
  network: { points: 50, minutes: 15 },
  resetsOfAccount: { points: 3, minutes: 60 },
  resetsOfNetwork: { points: 20, minutes: 60 },
  passwordChecks: { points: 10, minutes: 15 },
} as const;

type LimitName = keyof typeof signInLimits;

/** Counts one try to sign in. Throws `Refusal` 'limited'; what it returns takes the try back when it was right. */
export async function spendSignIn(account: string, address: string): Promise<() => Promise<void>> {
  const network = addressNetwork(address);
  const tries: [LimitName, string][] = [
    ['network', network],
    ['accountFromNetwork', `${account.toLowerCase()} ${network}`],
    ['account', account.toLowerCase()],
  ];
  for (const [name, key] of tries) await spend(name, key);
  return async () => {
    for (const [name, key] of tries) await limiter(name).reward(hashed(key));
  };
}

/** Counts one request for a mail that resets a password. Throws `Refusal` 'limited'. */
export async function spendReset(account: string, address: string): Promise<void> {
  await spend('resetsOfNetwork', addressNetwork(address));
  await spend('resetsOfAccount', account.toLowerCase());
}

/** Counts one try of the present password by somebody signed in. Throws `Refusal` 'limited'. */
export const spendPasswordCheck = (userId: string): Promise<void> => spend('passwordChecks', userId);

async function spend(name: LimitName, key: string): Promise<void> {
  // The limiter rejects with its own state, which is no error, when there is nothing left.
  const state = await limiter(name)
    .consume(hashed(key))
    .catch((reason: unknown) => {
      if (reason instanceof Error) throw reason;
      return reason as RateLimiterRes;
    });
  if (state.consumedPoints <= signInLimits[name].points) return;
  const minutes = Math.ceil(state.msBeforeNext / 60_000);
  throw new Refusal('limited', `That was tried too often; try again in ${minutes} minute${minutes === 1 ? '' : 's'}.`);
}

function limiter(name: LimitName): RateLimiterMemory {
  const { points, minutes } = signInLimits[name];
  return processWide(`limit-${name}`, () => new RateLimiterMemory({ points, duration: minutes * 60, keyPrefix: name }));
}

/** Under a salted hash, so that neither accounts nor addresses stand in memory. */
function hashed(key: string): string {
  const salt = processWide('limit-salt', () => randomBytes(32));
  return createHmac('sha256', salt).update(key).digest('base64url');
}
