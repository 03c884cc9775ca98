import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { boundedBody } from '#lib/guarded-body.ts';
import { FetchRefused } from '#lib/guarded-fetch-problem.ts';
import { allowedAddress, type GuardedNetwork, openInternet } from '#lib/guarded-network.ts';

export interface GuardedOptions {
  /** What is read of the answer at most, in bytes, as it is sent and as it is unpacked. */
  readonly maxBytes: number;
  /** Milliseconds for all of it: every redirect and the whole body. */
  readonly totalTime?: number;
  /** Milliseconds in which something must arrive. */
  readonly idleTime?: number;
  /** The `Accept` header. */
  readonly accept?: string;
  /** The internet; tests give another. */
  readonly network?: GuardedNetwork;
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
  work: (body: AsyncIterable<Uint8Array>, url: URL) => Promise<Output>,
): Promise<Output> {
  const deadline = AbortSignal.timeout(options.totalTime ?? 30_000);
  const run = async () => {
    const { response, url } = await followRedirects(address, options, deadline);
    try {
      return await work(boundedBody(response, options.maxBytes, url.host), url);
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
  let url = parse(address);
  for (let hops = 0; hops <= mostRedirects; hops += 1) {
    const response = await ask(url, options, deadline);
    const status = response.statusCode ?? 0;
    if (status === 200) return { response, url };
    response.destroy();
    const { location } = response.headers;
    if (!([301, 302, 303, 307, 308].includes(status) && location)) {
      throw new FetchRefused('status', url.host, { status });
    }
    url = parse(location, url);
  }
  throw new FetchRefused('redirects', url.host);
}

function parse(address: string, base?: URL): URL {
  const url = URL.parse(address, base);
  if (!(url && /^https?:$/.test(url.protocol) && url.hostname)) throw new FetchRefused('scheme', address);
  if (url.username || url.password) throw new FetchRefused('credentials', url.host);
  return url;
}

async function ask(url: URL, options: GuardedOptions, deadline: AbortSignal): Promise<IncomingMessage> {
  const network = options.network ?? openInternet;
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  if (!network.ports.includes(port)) throw new FetchRefused('port', url.host);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const pinned = await allowedAddress(host, network, deadline);
  return new Promise((resolve, reject) => {
    const fail = (cause: Error) => {
      reject(cause instanceof FetchRefused ? cause : new FetchRefused('unreachable', url.host, { cause }));
    };
    const secure = url.protocol === 'https:';
    // Of its own: Node's shared one may be told by the environment to use a proxy.
    const agent = secure ? new HttpsAgent() : new HttpAgent();
    const request = (secure ? requestHttps : requestHttp)(url, {
      agent,
      signal: deadline,
      headers: { accept: options.accept ?? '*/*', 'accept-encoding': 'gzip, br', 'user-agent': 'Broadsheet' },
      maxHeaderSize: 16_384,
      lookup: (_name, { all }, give) => (all ? give(null, [pinned]) : give(null, pinned.address, pinned.family)),
    });
    let arrived: IncomingMessage | undefined;
    request.setTimeout(options.idleTime ?? 10_000, () => {
      (arrived ?? request).destroy(new FetchRefused('too_slow', url.host));
    });
    request.once('response', (response) => {
      arrived = response;
      resolve(response);
    });
    request.on('error', fail);
    request.end();
  });
}
