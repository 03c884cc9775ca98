import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CachedPage, Variant } from '#server/page-cache/cached-page.ts';
import { withSurrogateSeconds } from '#server/page-cache/page-headers.ts';
import type { FailurePage } from '#server/render/failure-pages.ts';
import { acceptedEncodings } from './accept-encoding.ts';
import { isNotModified } from './conditional-request.ts';
import { type RequestHeaders, readRequestHeaders } from './request-headers.ts';

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
  const asked = readRequestHeaders(request.rawHeaders);
  const variant = chooseVariant(page, asked.acceptEncoding);
  const unchanged = unchangedHeaders(page, variant, asked);
  const notModified = unchanged !== undefined;
  let headers = unchanged ?? variant.headers;
  if (stale || now >= page.surrogateShortFrom) {
    // A front server may not keep a page beyond the moment at which it changes, and old copies not at all.
    headers = withSurrogateSeconds(headers, stale ? 0 : Math.floor((page.validUntil - now) / 1000));
  }
  // Tags are long: a reader would pay for them on every page and has no use for them.
  if (asked.fromFront && page.surrogateKey !== '') headers = [...headers, 'Surrogate-Key', page.surrogateKey];
  response.writeHead(notModified ? 304 : page.status, headers as string[]);
  if (notModified || request.method === 'HEAD') response.end();
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

/**
 * The headers of a 304 where one is due. Conditions are for what exists and is not one reader's own (RFC 9110, section
 * 13.2.1).
 */
function unchangedHeaders(page: CachedPage, variant: Variant, asked: RequestHeaders): readonly string[] | undefined {
  const { ifNoneMatch, ifModifiedSince } = asked;
  if (ifNoneMatch === undefined && ifModifiedSince === undefined) return undefined;
  if (page.status !== 200 || !page.storable) return undefined;
  const known = ({ etag }: Pick<Variant, 'etag'>) =>
    isNotModified({ etag, lastModified: page.lastModified }, ifNoneMatch, ifModifiedSince);
  if (known(variant)) return variant.notModifiedHeaders;
  return variant.former && known(variant.former) ? variant.former.notModifiedHeaders : undefined;
}
