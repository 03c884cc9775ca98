import { FetchRefused } from '#lib/guarded-fetch-problem.ts';
import type { GuardedNetwork } from '#lib/guarded-network.ts';
import { askGuarded, guardedUrl } from '#lib/guarded-request.ts';

interface Posted {
  readonly contentType: string;
  readonly body: string;
  /** Milliseconds until an answer has begun. */
  readonly totalTime?: number;
  /** The internet; tests give another. */
  readonly network?: GuardedNetwork;
}

/**
 * Posts to a web address that somebody chose, by the rules of `guardedFetch`, and returns the status of its answer, of
 * which nothing is read. A redirect is an answer too. Throws `FetchRefused` where there is none.
 */
export async function guardedPost(address: string, { totalTime, network, ...post }: Posted): Promise<number> {
  const deadline = AbortSignal.timeout(totalTime ?? 15_000);
  const url = guardedUrl(address);
  try {
    const response = await askGuarded(url, network ? { post, network } : { post }, deadline);
    response.destroy();
    return response.statusCode ?? 0;
  } catch (cause) {
    throw deadline.aborted ? new FetchRefused('too_slow', url.host, { cause }) : cause;
  }
}
