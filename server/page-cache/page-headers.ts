import type { Encoding } from '#server/http/accept-encoding.ts';
import { securityHeaders } from '#server/http/security-headers.ts';
import type { PageContent } from './page-content.ts';

export interface HeaderSettings {
  /** Seconds for which a front server may keep a page. */
  readonly surrogateMaxAge: number;
  /** Whether readers reach the site over HTTPS. */
  readonly https: boolean;
  /** In development Next's own scripts run, for hot reload. */
  readonly development: boolean;
}

export interface HeaderParts {
  readonly content: PageContent;
  /** Whether front servers may keep the page. */
  readonly keepable: boolean;
  readonly encoding: Encoding;
  readonly etag: string;
  readonly lastModified: number;
  readonly length: number;
  readonly storable: boolean;
}

/** All headers of a page as a flat array that `writeHead` takes as it is. Surrogate-Control comes first. */
export function pageHeaders(parts: HeaderParts, settings: HeaderSettings): string[] {
  const { content, encoding } = parts;
  return [
    ...cachingHeaders(parts, settings),
    'Content-Type',
    content.contentType,
    'Content-Length',
    String(parts.length),
    ...(encoding === 'identity' ? [] : ['Content-Encoding', encoding]),
    ...content.headers,
    ...securityHeaders(content.contentType, settings),
  ];
}

/** The headers of a 304 (RFC 9110, section 15.4.5): what guides caches, and nothing of the content. */
export function notModifiedHeaders(parts: HeaderParts, settings: HeaderSettings): string[] {
  return cachingHeaders(parts, settings);
}

/** The same headers with another Surrogate-Control, for a page that is about to change or is known to be old. */
export function withSurrogateSeconds(headers: readonly string[], seconds: number): string[] {
  const copy = headers.slice();
  if (copy[0] === 'Surrogate-Control' && copy[1] !== 'no-store') copy[1] = `max-age=${Math.max(0, seconds)}`;
  return copy;
}

/** Above this, front servers reject a header. */
const longestSurrogateKey = 8000;

/**
 * The tags as the value of Surrogate-Key, by which front servers purge. Undefined where they do not fit into a header:
 * a page that cannot name its tags must not be kept by what cannot purge it.
 */
export function surrogateKeyOf(tags: readonly string[]): string | undefined {
  const value = tags.map(printable).join(' ');
  return value.length <= longestSurrogateKey ? value : undefined;
}

function cachingHeaders(parts: HeaderParts, settings: HeaderSettings): string[] {
  const vary = parts.content.negotiated ? 'Accept, Accept-Encoding' : 'Accept-Encoding';
  if (!parts.storable) {
    return ['Surrogate-Control', 'no-store', 'Cache-Control', 'private, no-store', 'Vary', vary];
  }
  return [
    'Surrogate-Control',
    parts.keepable ? `max-age=${settings.surrogateMaxAge}` : 'no-store',
    'Cache-Control',
    'public, max-age=0, must-revalidate',
    'Vary',
    vary,
    // Preconditions are for what exists: a 404 has no validators (RFC 9110, section 13.2.1).
    ...(parts.content.status === 200 ? ['ETag', parts.etag] : []),
    ...(parts.lastModified > 0 ? ['Last-Modified', new Date(parts.lastModified).toUTCString()] : []),
  ];
}

/** A tag as one token of a header: what is not a visible ASCII character is percent-encoded. */
function printable(tag: string): string {
  return tag.replace(/[^\x21-\x7e]/gu, (character) => encodeURIComponent(character.toWellFormed()));
}
