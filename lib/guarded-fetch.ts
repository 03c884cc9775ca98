import { boundedBody } from '#lib/guarded-body.ts';
import { FetchRefused } from '#lib/guarded-fetch-problem.ts';
import { askGuarded, guardedUrl, type RequestOptions } from '#lib/guarded-request.ts';

export interface GuardedOptions extends Omit<RequestOptions, 'post' | 'headers'> {
  /** What is read of the answer at most, in bytes, as it is sent and as it is unpacked. */
  readonly maxBytes: number;
  /** Milliseconds for all of it: every redirect and the whole body. */
  readonly totalTime?: number;
  /** Further headers, made for each address that is asked: a signature holds for one. */
  readonly headersFor?: (url: URL) => Promise<Record<string, string>>;
}

/**
 * Fetches a web address that somebody else chose, and hands the body of its answer (status 200) to `work`. Only http
 * and https on their own ports, without user names; only to addresses of the open internet. A host's addresses are
 * looked up once, checked, and the checked one is connected to, so that a name that changes its mind wins nothing; each
 * redirect is checked anew. No proxy, no cookies, no connection kept. Throws `FetchRefused` with its reason.
 */
export async function guardedFetch<Output>(
  address: string,
  options: GuardedOptions,
  work: (body: AsyncIterable<Uint8Array>, url: URL, contentType: string) => Promise<Output>,
): Promise<Output> {
  const deadline = AbortSignal.timeout(options.totalTime ?? 30_000);
  const run = async () => {
    const { response, url } = await followRedirects(address, options, deadline);
    try {
      const contentType = response.headers['content-type'] ?? '';
      return await work(boundedBody(response, options.maxBytes, url.host), url, contentType);
    } finally {
      response.destroy();
    }
  };
  return run().catch((cause: unknown) => {
    throw deadline.aborted ? new FetchRefused('too_slow', URL.parse(address)?.host ?? address, { cause }) : cause;
  });
}

const mostRedirects = 5;

async function followRedirects(address: string, options: GuardedOptions, deadline: AbortSignal) {
  let url = guardedUrl(address);
  for (let hops = 0; hops <= mostRedirects; hops += 1) {
    const headers = (await options.headersFor?.(url)) ?? {};
    const response = await askGuarded(url, { ...options, headers }, deadline);
    const status = response.statusCode ?? 0;
    if (status === 200) return { response, url };
    response.destroy();
    const { location } = response.headers;
    if (!([301, 302, 303, 307, 308].includes(status) && location)) {
      throw new FetchRefused('status', url.host, { status });
    }
    url = guardedUrl(location, url);
  }
  throw new FetchRefused('redirects', url.host);
}
