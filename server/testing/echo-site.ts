import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { serve } from '#server/fast/testing/serve.ts';
import type { ReaderSite } from '#server/http/reader-site.ts';
import { failurePages } from '#server/render/failure-pages.ts';
import { createRouter } from '#server/router.ts';

/** What Next was asked, in its own words. */
export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string | undefined>;
  readonly body: string;
}

/**
 * The router between a page cache that says 'a page' and a Next that answers with what it was asked. Gives the address
 * of the server, and whatever failed in it.
 */
export async function serveEchoSite(): Promise<{ base: string; failures: unknown[] }> {
  const failures: unknown[] = [];
  const site: ReaderSite = {
    serve: (request, response) => void response.end(`a page: ${request.url}`),
    purge: () => undefined,
    purgeAll: () => undefined,
    trust: () => undefined,
    settled: () => Promise.resolve(),
    get statistics(): never {
      throw new Error('Nobody asks here.');
    },
    failurePages: failurePages({ name: 'The Daily', language: 'en' }, false),
  };
  const handler = async (request: IncomingMessage, response: ServerResponse) => {
    const { method, url, headers } = request;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ method, url, headers, body: await text(request) }));
  };
  const router = createRouter({
    site,
    handler,
    databaseIsDown: () => Promise.resolve(false),
    onFailure: (failure) => failures.push(failure),
    https: false,
    development: false,
  });
  return { base: await serve(router), failures };
}
