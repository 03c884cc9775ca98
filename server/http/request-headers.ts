/** The request headers that decide how a finished page is sent. */
export interface RequestHeaders {
  readonly acceptEncoding: string | undefined;
  readonly ifNoneMatch: string | undefined;
  readonly ifModifiedSince: string | undefined;
  /** Whether a front server asks, which says so by `Via` (RFC 9110, section 7.6.3) or `Surrogate-Capability`. */
  readonly fromFront: boolean;
}

/**
 * Reads them in one pass over the raw headers (name, value, …). `request.headers` would build an object of all headers
 * for each request, at several times the price.
 */
export function readRequestHeaders(raw: readonly string[]): RequestHeaders {
  let acceptEncoding: string | undefined;
  let ifNoneMatch: string | undefined;
  let ifModifiedSince: string | undefined;
  let fromFront = false;
  for (let index = 0; index < raw.length; index += 2) {
    const name = headerOfInterest(raw[index] as string);
    if (name === undefined) continue;
    const value = raw[index + 1];
    if (name === 'accept-encoding') acceptEncoding = join(acceptEncoding, value);
    else if (name === 'if-none-match') ifNoneMatch = join(ifNoneMatch, value);
    else if (name === 'if-modified-since') ifModifiedSince ??= value;
    else fromFront = true;
  }
  return { acceptEncoding, ifNoneMatch, ifModifiedSince, fromFront };
}

const namesByLength: readonly (string | undefined)[] = Array.from({ length: 21 }, (_, length) =>
  ['via', 'if-none-match', 'accept-encoding', 'if-modified-since', 'surrogate-capability'].find(
    (name) => name.length === length,
  ),
);

/** Names are compared only where the length fits, which leaves next to none to bring to lower case. */
function headerOfInterest(name: string): string | undefined {
  const candidate = namesByLength[name.length];
  return candidate !== undefined && name.toLowerCase() === candidate ? candidate : undefined;
}

/** A header that is sent twice is one list (RFC 9110, section 5.3). */
function join(before: string | undefined, value: string | undefined): string | undefined {
  return before === undefined ? value : `${before}, ${value}`;
}
