import type { IncomingMessage } from 'node:http';
import { FetchRefused } from '#lib/guarded-fetch-problem.ts';
import { askGuarded, guardedUrl, type RequestOptions } from '#lib/guarded-request.ts';
import { readRetryAfter } from '#lib/retry-after.ts';

interface Posted extends Pick<RequestOptions, 'headers' | 'idleTime' | 'network'> {
  readonly contentType: string;
  readonly body: string;
  /** Milliseconds until an answer has begun. */
  readonly totalTime?: number;
}

export interface PostAnswer {
  readonly status: number;
  /** The first words of the answer, as far as they came at once. */
  readonly text: string;
  /** Before which it is not to be asked again, if it says so. */
  readonly retryAfter: Date | null;
}

/**
 * Posts to a web address that somebody chose, by the rules of `guardedFetch`, and returns the answer. A redirect is an
 * answer too. Throws `FetchRefused` where there is none.
 */
export async function guardedPost(
  address: string,
  { totalTime, contentType, body, headers, ...options }: Posted,
): Promise<PostAnswer> {
  const deadline = AbortSignal.timeout(totalTime ?? 15_000);
  const url = guardedUrl(address);
  try {
    // What is packed would have to be unpacked to be shown.
    const plain = { 'accept-encoding': 'identity', ...headers };
    const response = await askGuarded(url, { ...options, headers: plain, post: { contentType, body } }, deadline);
    const retryAfter = readRetryAfter(response.headers['retry-after'], Date.now());
    return { status: response.statusCode ?? 0, text: await firstWords(response), retryAfter };
  } catch (cause) {
    throw deadline.aborted ? new FetchRefused('too_slow', url.host, { cause }) : cause;
  }
}

const most = { bytes: 2000, milliseconds: 1000 } as const;

/** The beginning of a body. What comes late, or not whole, is not waited for: the status has said what counts. */
function firstWords(response: IncomingMessage): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const end = () => {
      clearTimeout(timer);
      response.destroy();
      resolve(Buffer.concat(chunks).subarray(0, most.bytes).toString('utf8'));
    };
    const timer = setTimeout(end, most.milliseconds);
    response.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= most.bytes) end();
    });
    response.on('end', end).on('error', end).on('close', end);
  });
}
