import { canonicalSegment, encodePath, plainPath, readSegments } from '#lib/address.ts';

/** Any site to read a path on; nothing of it is kept. */
const anywhere = 'http://site.invalid';

/**
 * An old address as redirects are kept: a decoded path in NFC, beginning with a slash and not ending with one. It may
 * come percent-encoded or as a whole address of this site. Null where no page can be asked for by it.
 */
export function redirectPath(address: string, siteUrl: string): string | null {
  const own = withoutOrigin(address.trim(), siteUrl);
  if (!own.startsWith('/') || /[?#\\]/.test(own)) return null;
  const segments = readSegments(...own.normalize('NFC').replace(/\/+$/, '').split('/').slice(1));
  if (!segments || segments.some((segment) => segment === '' || segment === '.' || segment === '..')) return null;
  return plainPath(segments).normalize('NFC');
}

/**
 * Where a redirect leads, percent-encoded: a path of this site, with its query, or an http or https address elsewhere.
 * Null for anything else; what looks like a path and is read as another host (`//x`, `/\x`) is neither.
 */
export function redirectTarget(address: string, siteUrl: string): string | null {
  const own = withoutOrigin(address.trim().normalize('NFC'), siteUrl);
  const url = URL.parse(own, anywhere);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return null;
  if (!own.startsWith('/')) return /^https?:\/\//i.test(own) ? url.href : null;
  if (url.origin !== anywhere) return null;
  // One spelling of one path (RFC 3986, section 6.2.2.1), so that it is found again.
  return url.pathname.replaceAll(/%[0-9a-f]{2}/gi, (byte) => byte.toUpperCase()) + url.search + url.hash;
}

/** The section's page above a path: `/world` for `/world/a-story`. */
export const sectionPathOf = (path: string): string => `/${path.split('/')[1] ?? ''}`;

/** The path of a target on this site, as redirects are kept; null for a target elsewhere. */
export function pathOfTarget(target: string): string | null {
  if (!target.startsWith('/')) return null;
  const segments = readSegments(...(target.split(/[?#]/, 1)[0] ?? '').split('/').slice(1));
  return segments && plainPath(segments).normalize('NFC');
}

/** How a path (decoded) may stand at the beginning of a target: all that may be encoded is, or only what must be. */
export const spellingsOf = (path: string): string[] => [
  ...new Set([encodePath(path), new URL(encodeURI(path), anywhere).pathname]),
];

interface Redirect {
  readonly path: string;
  readonly target: string;
}

/** Where a path leads by the redirects of its own page and of its section's; that of a section holds for all under it. */
export function follow(path: string, redirects: readonly Redirect[]): string | null {
  const exact = redirects.find((redirect) => redirect.path === path);
  if (exact) return exact.target;
  const section = sectionPathOf(path);
  const above = redirects.find((redirect) => redirect.path === section);
  if (!above) return null;
  const [, base = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(above.target) ?? [];
  return base.replace(/\/$/, '') + encodePath(path.slice(section.length)) + rest;
}

/** Whether whoever asks for this path, or for one under it, is sent on by the redirect. */
export const covers = (redirect: Pick<Redirect, 'path'>, path: string): boolean =>
  redirect.path === path || redirect.path === sectionPathOf(path);

/** First segments that the site answers by itself, before any page or redirect is looked for. */
const answeredBefore = /^\/(?:_next|api|assets|desk|healthz|media|preview|readyz|speculation-rules\.json|vote)(?:\/|$)/;
/** Addresses of the site's own: lists, feeds, and what machines read. */
const ownAddress =
  /^\/(?:search|corrections|oembed|404|500|_error|_not-found|logo\.png|robots\.txt|(?:news-)?sitemap\.xml|sitemaps\/.*)?$|\/(?:feed\.xml|atom\.xml|feed\.json)$|^\/[^/]+\/archive\/\d+\/\d+$/;

/** Whether the site itself has something at a path whatever its content, so that a redirect there would never be found. */
export const isOwnAddress = (path: string): boolean => answeredBefore.test(path) || ownAddress.test(path);

/** The segments of a path as sections, slugs, tags and handles are kept. */
export const canonicalSegments = (path: string): string[] => path.split('/').slice(1).map(canonicalSegment);

/** An address of this site by its path; any other as it is. */
function withoutOrigin(address: string, siteUrl: string): string {
  const { origin } = new URL(siteUrl);
  if (address === origin) return '/';
  return address.startsWith(`${origin}/`) ? address.slice(origin.length) : address;
}
