import { type AddressRule, addressRules } from './address-rules.ts';
import { preferredMediaType } from './media-type.ts';

/** One page, whatever way its URL was written. */
export interface PageAddress {
  /** Under this the page is kept: `url`, and after a space the media type where one is negotiated. */
  readonly key: string;
  /** The canonical path and query, as Next gets it. */
  readonly url: string;
  /** The negotiated media type, on addresses that negotiate. */
  readonly mediaType: string | undefined;
  /** True where anybody can make up any number of such addresses: they have a query. */
  readonly hasQuery: boolean;
}

/** Why no page can be at a URL: it is not well formed (400) or too long (414). */
export type AddressRefusal = 400 | 414;

const longestUrl = 2048;

/**
 * Normalises the target of a request: path and values in NFC and canonical percent-encoding (RFC 3986, section 6.2.2),
 * known query parameters only, in a fixed order, each once. A canonical URL is its own canonical form, which is what
 * lets the page cache look up a request by its raw target first.
 */
export function pageAddress(
  target: string,
  accept: string | undefined,
  rules: readonly AddressRule[] = addressRules,
): PageAddress | AddressRefusal {
  if (target.length > longestUrl) return 414;
  const [rawPath, rawQuery] = splitTarget(target);
  const path = canonicalPath(rawPath);
  if (path === undefined) return 400;
  // What has a slash too many is answered with a redirect, which keeps the query of the page that is meant.
  const meant = path.replace(/\/{2,}/g, '/').replace(/(?<=.)\/$/, '');
  const rule = rules.find((candidate) => candidate.path.test(meant));
  const query = canonicalQuery(rawQuery, rule?.parameters ?? []);
  if (query === undefined) return 400;
  const url = query === '' ? path : `${path}?${query}`;
  if (url.length > longestUrl) return 414;
  const mediaType = rule?.negotiates && preferredMediaType(accept, rule.negotiates);
  return { key: mediaType ? `${url} ${mediaType}` : url, url, mediaType, hasQuery: query !== '' };
}

/** A target may be in absolute form (RFC 9112, section 3.2.2); the host in it means nothing here. */
function splitTarget(target: string): [path: string, query: string] {
  const origin = /^https?:\/\/[^/?]*/i.exec(target)?.[0] ?? '';
  const mark = target.indexOf('?', origin.length);
  const path = target.slice(origin.length, mark === -1 ? undefined : mark);
  return [origin && path === '' ? '/' : path, mark === -1 ? '' : target.slice(mark + 1)];
}

function canonicalPath(raw: string): string | undefined {
  if (!raw.startsWith('/')) return undefined;
  const segments: string[] = [];
  for (const segment of raw.slice(1).split('/')) {
    const text = decode(segment);
    if (text === undefined || text === '.' || text === '..') return undefined;
    segments.push(encodeSegment(text));
  }
  return `/${segments.join('/')}`;
}

function canonicalQuery(raw: string, parameters: readonly string[]): string | undefined {
  if (raw === '' || parameters.length === 0) return '';
  const values = new Map<string, string>();
  for (const pair of raw.split('&')) {
    const [name = '', ...rest] = pair.split('=');
    if (!parameters.includes(name) || values.has(name)) continue;
    const value = decode(rest.join('=').replaceAll('+', ' '));
    if (value === undefined) return undefined;
    if (value.trim() !== '') values.set(name, encodeURIComponent(value.trim()));
  }
  return parameters.flatMap((name) => (values.has(name) ? [`${name}=${values.get(name)}`] : [])).join('&');
}

/** The text of a percent-encoded part in NFC, or undefined for what is not UTF-8 or holds control characters. */
function decode(part: string): string | undefined {
  try {
    const text = decodeURIComponent(rawBytesAsText(part)).normalize('NFC');
    return part.includes('#') || /\p{Cc}/u.test(text) ? undefined : text;
  } catch {
    // A URIError: the part is not well formed, which is what undefined says.
    return undefined;
  }
}

/** Node hands over unencoded UTF-8 in a target byte by byte, as Latin-1. */
function rawBytesAsText(part: string): string {
  if (!/[\x80-\xff]/.test(part)) return part;
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(part, 'latin1'));
}

/** Leaves alone what RFC 3986 lets stand in a segment (`pchar`), so that `@` or `,` in a path looks the same everywhere. */
function encodeSegment(text: string): string {
  return encodeURIComponent(text).replace(/%(?:24|26|2B|2C|3A|3B|3D|40)/g, decodeURIComponent);
}
