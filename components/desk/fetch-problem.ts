import { say } from '#lib/desk-words.ts';
import type { FetchReason } from '#lib/guarded-fetch-problem.ts';

const named = ['unknown_host', 'unreachable', 'too_slow', 'private', 'port'] as const satisfies readonly FetchReason[];

/** Why a server could not be asked, in words. */
export function fetchProblemWords(reason: string): string {
  const known = named.find((name) => name === reason);
  return say(`pings.problem.${known ?? 'other'}`);
}
