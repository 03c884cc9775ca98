/** The request headers that decide how a finished page is sent. */
export interface RequestHeaders {
  readonly acceptEncoding: string | undefined;
  readonly ifNoneMatch: string | undefined;
  readonly ifModifiedSince: string | undefined;
}

/**
 * Reads them in one pass over the raw headers (name, value, …). `request.headers` would build an object of all headers
 * for each request, at several times the price.
 */
export function readRequestHeaders(raw: readonly string[]): RequestHeaders {
  let acceptEncoding: string | undefined;
  let ifNoneMatch: string | undefined;
  let ifModifiedSince: string | undefined;
  for (let index = 0; index < raw.length; index += 2) {
    const name = raw[index] as string;
    // Names are compared only where the length fits, which leaves next to none to lower.
    if (name.length === 15 && name.toLowerCase() === 'accept-encoding')
      acceptEncoding = join(acceptEncoding, raw[index + 1]);
    else if (name.length === 13 && name.toLowerCase() === 'if-none-match')
      ifNoneMatch = join(ifNoneMatch, raw[index + 1]);
    else if (name.length === 17 && name.toLowerCase() === 'if-modified-since') ifModifiedSince ??= raw[index + 1];
  }
  return { acceptEncoding, ifNoneMatch, ifModifiedSince };
}

/** A header that is sent twice is one list (RFC 9110, section 5.3). */
function join(before: string | undefined, value: string | undefined): string | undefined {
  return before === undefined ? value : `${before}, ${value}`;
}
