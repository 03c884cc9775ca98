import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { KeptReads, keepReads } from '#lib/kept-reads.ts';
import type { Purge } from '#lib/purge.ts';
import { type AddressRule, addressRules } from '#server/page-cache/address-rules.ts';
import { finishPage, type PageHistory } from '#server/page-cache/cached-page.ts';
import { NoPageCache } from '#server/page-cache/no-page-cache.ts';
import { type PageAddress, pageAddress } from '#server/page-cache/page-address.ts';
import { PageCache, type PageCacheStatistics } from '#server/page-cache/page-cache.ts';
import { refinePage } from '#server/page-cache/refine-page.ts';
import type { Rendered } from '#server/page-cache/renders.ts';
import { WarmUp } from '#server/page-cache/warm-up.ts';
import type { RequestHandler } from '#server/render/capture-response.ts';
import { type FailurePage, type FailurePageName, failurePages, type NamedSite } from '#server/render/failure-pages.ts';
import { RenderFailure, renderPage } from '#server/render/render-page.ts';
import { acceptedEncodings, type Encoding } from './accept-encoding.ts';
import { pathIn } from './request-path.ts';
import { sendFailure, sendPage } from './send-page.ts';

export interface ReaderSiteOptions {
  /** Next's request handler. */
  readonly handler: RequestHandler;
  readonly siteUrl: string;
  /** The name on pages that stand in when nothing can be rendered. */
  readonly site: NamedSite;
  /** Bytes for pages; 0 renders every request anew, with the same output. */
  readonly maxBytes: number;
  /** Seconds for which a front server may keep a page. */
  readonly surrogateMaxAge: number;
  /** Asked after a failed render: 503 for a database that does not answer, 500 for a fault of ours. */
  readonly databaseIsDown: () => Promise<boolean>;
  /** Told of every failed render; the page's path carries no query. */
  readonly onFailure: (failure: unknown, path: string) => void;
  readonly development?: boolean;
  readonly rules?: readonly AddressRule[];
  /** Milliseconds for one render: 10 seconds, in development 2 minutes, since Next compiles a page when it is asked for. */
  readonly deadline?: number;
  readonly concurrentRenders?: number;
  readonly waitingRenders?: number;
  /** Milliseconds for which a render may wait for its turn. */
  readonly longestWait?: number;
  readonly now?: () => number;
  /** The addresses that are asked for next because of a purge, besides those that were read before; it does not reject. */
  readonly newPages?: (purge: Purge) => Promise<readonly string[]>;
}

export interface ReaderSite {
  /** Answers a GET or HEAD for a reader's page. A hit is answered before it returns; it never throws or rejects. */
  serve(request: IncomingMessage, response: ServerResponse): void | Promise<void>;
  purge(purge: Purge): void;
  purgeAll(kind?: Purge['kind']): void;
  /** Say false while purges from the database cannot be heard, and true after what was missed has been purged. */
  trust(trusted: boolean): void;
  /** Resolves when nothing is done in the background any more. */
  settled(): Promise<void>;
  readonly statistics: PageCacheStatistics;
  readonly failurePages: Readonly<Record<FailurePageName, FailurePage>>;
}

/** Readers' pages, from the request to the bytes: the page cache in front of Next. */
export function createReaderSite(options: ReaderSiteOptions): ReaderSite {
  const now = options.now ?? Date.now;
  const rules = options.rules ?? addressRules;
  const failures = failurePages(options.site, options.siteUrl.startsWith('https:'));
  const render = renderer(options);
  const cache =
    options.maxBytes > 0
      ? new PageCache({
          ...options,
          render: (address, history) => render(address, history, ['gzip', 'br']),
          refine: refinePage,
        })
      : new NoPageCache({ ...options, render });
  const reads = new KeptReads(now);
  // Without a page cache each page shows what the database holds now.
  keepReads(options.maxBytes > 0 ? reads : undefined);

  const warmUp = new WarmUp({
    busy: () => cache.statistics.rendering > 0,
    async render(key) {
      const address = pageAddress(key, undefined, rules);
      if (typeof address !== 'number' && !cache.lookup(address.key)) await cache.obtain(address, []);
    },
  });

  async function obtainAndSend(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = pageAddress(request.url ?? '', request.headers.accept, rules);
    if (typeof address === 'number') return sendFailure(request, response, failures[address]);
    const answer = await cache.obtain(address, acceptedEncodings(request.headers['accept-encoding']?.toString()));
    if (answer.kind === 'failure') return sendFailure(request, response, failures[answer.status]);
    sendPage(request, response, answer.page, now(), answer.stale);
  }

  return {
    serve(request, response) {
      if (request.method !== 'GET' && request.method !== 'HEAD') return sendNotAllowed(response);
      // Hot reload asks for the page's components in Next's own protocol.
      if (options.development && request.headers.rsc !== undefined) return options.handler(request, response);
      // A canonical URL without negotiation is its own key, so that most hits never need to be taken apart.
      const page = cache.lookup(request.url ?? '');
      if (page) return sendPage(request, response, page, now());
      return obtainAndSend(request, response).catch((error: unknown) => {
        options.onFailure(error, 'the answer itself');
        if (response.headersSent) response.destroy();
        else sendFailure(request, response, failures[500]);
      });
    },
    purge(purge) {
      reads.purge(purge);
      const read = cache.purge(purge);
      warmUp.add(read);
      warmUp.addLater(options.newPages?.(purge));
    },
    purgeAll(kind) {
      reads.purgeAll();
      cache.purgeAll(kind);
    },
    trust(trusted) {
      reads.trust(trusted);
      cache.trust(trusted);
    },
    async settled() {
      await warmUp.idle();
      await cache.settled();
    },
    get statistics() {
      return cache.statistics;
    },
    failurePages: failures,
  };
}

/** Renders and finishes a page, or says how its failure is to be answered. */
function renderer(options: ReaderSiteOptions) {
  const development = options.development ?? false;
  const settings = {
    handler: options.handler,
    siteUrl: options.siteUrl,
    deadline: options.deadline ?? (development ? 120_000 : 10_000),
    development,
  };
  const headerSettings = {
    surrogateMaxAge: options.surrogateMaxAge,
    https: options.siteUrl.startsWith('https:'),
    development,
  };
  return async (address: PageAddress, history: PageHistory, encodings: readonly Encoding[]): Promise<Rendered> => {
    try {
      const { content, trace } = await renderPage(address, settings);
      const page = await finishPage(content, trace, { ...headerSettings, encodings }, history);
      return { ok: true, page };
    } catch (error) {
      options.onFailure(error, pathIn(address.url));
      const timedOut = error instanceof RenderFailure && error.timedOut;
      return { ok: false, status: timedOut || (await isDown(options)) ? 503 : 500 };
    }
  };
}

/** A database that takes a second to say whether it is there is not there. */
async function isDown({ databaseIsDown }: ReaderSiteOptions): Promise<boolean> {
  return await Promise.race([databaseIsDown(), setTimeout(1000, true, { ref: false })]);
}

function sendNotAllowed(response: ServerResponse): void {
  response.writeHead(405, { Allow: 'GET, HEAD', 'Content-Length': 0 });
  response.end();
}
