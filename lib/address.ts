/**
 * The segments of a path as Next gives them (percent-encoded), decoded; null when one is not UTF-8 or holds what no
 * address here can (a slash, a control character).
 */
export function readSegments(...encoded: readonly string[]): string[] | null {
  try {
    const decoded = encoded.map(decodeURIComponent);
    return decoded.some((segment) => /[/\p{Cc}]/u.test(segment)) ? null : decoded;
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

/** A segment as sections, slugs, tags and handles are kept: NFC, lower case. */
export const canonicalSegment = (segment: string): string => segment.normalize('NFC').toLowerCase().normalize('NFC');

/** The path of decoded segments as redirects are kept: decoded, beginning with a slash. */
export const plainPath = (segments: readonly string[]): string => `/${segments.join('/')}`;

/** A decoded path as it stands in a link. */
export const encodePath = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** A parameter of the query that may stand there once; the first where it stands more often. */
export function single(query: Query, name: string): string | undefined {
  const value = query[name];
  return Array.isArray(value) ? value[0] : value;
}

/** The number of a page, from 1 to `most`; 1 for anything else. */
export function pageNumber(text: string | undefined, most: number): number {
  return text && /^[1-9]\d{0,4}$/.test(text) ? Math.min(Number(text), most) : 1;
}

/** An address with a query of those values that are there. */
export function withQuery(path: string, values: Readonly<Record<string, string | number | null>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value !== null) query.set(name, String(value));
  return query.size === 0 ? path : `${path}?${query}`;
}
