import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { FetchRefused } from '#lib/guarded-fetch-problem.ts';
import { allowedAddress, type GuardedNetwork, openInternet } from '#lib/guarded-network.ts';

export interface RequestOptions {
  /** Milliseconds in which something must arrive. */
  readonly idleTime?: number;
  /** The `Accept` header. */
  readonly accept?: string;
  /** Further headers. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What is posted; without it the address is read. */
  readonly post?: { readonly contentType: string; readonly body: string };
  /** The internet; tests give another. */
  readonly network?: GuardedNetwork;
}

/** An address that may be asked as far as can be told from itself. Throws `FetchRefused`. */
export function guardedUrl(address: string, base?: URL): URL {
  const url = URL.parse(address, base);
  if (!(url && /^https?:$/.test(url.protocol) && url.hostname)) throw new FetchRefused('scheme', address);
  if (url.username || url.password) throw new FetchRefused('credentials', url.host);
  return url;
}

/** Asks one address, without following where it leads. Throws `FetchRefused`; the answer is the caller's to read or destroy. */
export async function askGuarded(url: URL, options: RequestOptions, deadline: AbortSignal): Promise<IncomingMessage> {
  const { network = openInternet, post } = options;
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
      method: post ? 'POST' : 'GET',
      headers: {
        ...{ accept: options.accept ?? '*/*', 'accept-encoding': 'gzip, br', 'user-agent': 'Broadsheet' },
        ...options.headers,
        ...(post && { 'content-type': post.contentType, 'content-length': Buffer.byteLength(post.body) }),
      },
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
    request.end(post?.body);
  });
}
