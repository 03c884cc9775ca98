import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CachedPage, Variant } from '#server/page-cache/cached-page.ts';
import { withSurrogateSeconds } from '#server/page-cache/page-headers.ts';
import type { FailurePage } from '#server/render/failure-pages.ts';
import { acceptedEncodings } from './accept-encoding.ts';
import { isNotModified } from './conditional-request.ts';
import { readRequestHeaders } from './request-headers.ts';

/**
 * Answers a GET or HEAD with a finished page: the best encoding that the client accepts, or 304. Nothing is computed
 * here that could have been prepared; this is the path of every hit.
 */
export function sendPage(
  request: IncomingMessage,
  response: ServerResponse,
  page: CachedPage,
  now: number,
  stale = false,
): void {
  const { acceptEncoding, ifNoneMatch, ifModifiedSince } = readRequestHeaders(request.rawHeaders);
  const variant = chooseVariant(page, acceptEncoding);
  const asksForChange = ifNoneMatch !== undefined || ifModifiedSince !== undefined;
  if (asksForChange && page.status === 200 && page.storable) {
    const validators = { etag: variant.etag, lastModified: page.lastModified };
    if (isNotModified(validators, ifNoneMatch, ifModifiedSince)) {
      response.writeHead(304, headersNow(variant.notModifiedHeaders, page, now, stale));
      response.end();
      return;
    }
  }
  response.writeHead(page.status, headersNow(variant.headers, page, now, stale));
  if (request.method === 'HEAD') response.end();
  else response.end(variant.body);
}

/** Answers with one of the prebuilt failure pages. */
export function sendFailure(request: IncomingMessage, response: ServerResponse, page: FailurePage): void {
  response.writeHead(page.status, page.headers as string[]);
  if (request.method === 'HEAD') response.end();
  else response.end(page.body);
}

function chooseVariant(page: CachedPage, acceptEncoding: string | undefined): Variant {
  for (const encoding of acceptedEncodings(acceptEncoding)) {
    const variant = page[encoding];
    if (variant) return variant;
  }
  return page.identity;
}

/** A front server may not keep a page beyond the moment at which it changes, and old copies not at all. */
function headersNow(headers: readonly string[], page: CachedPage, now: number, stale: boolean): string[] {
  if (!stale && now < page.surrogateShortFrom) return headers as string[];
  return withSurrogateSeconds(headers, stale ? 0 : Math.floor((page.validUntil - now) / 1000));
}
