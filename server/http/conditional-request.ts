/** The validators of the representation that would be sent. */
export interface Validators {
  /** The strong entity tag with its quotes. */
  readonly etag: string;
  /** Epoch milliseconds in whole seconds, or 0 for none. */
  readonly lastModified: number;
}

/**
 * Whether a GET or HEAD is answered 304 (RFC 9110, section 13.2.2): If-None-Match by weak comparison, and only without
 * it If-Modified-Since.
 */
export function isNotModified(
  validators: Validators,
  ifNoneMatch: string | undefined,
  ifModifiedSince: string | undefined,
): boolean {
  if (ifNoneMatch !== undefined) return matchesAny(ifNoneMatch, validators.etag);
  if (ifModifiedSince === undefined || validators.lastModified === 0) return false;
  const since = parseHttpDate(ifModifiedSince);
  return since !== undefined && validators.lastModified <= since;
}

function matchesAny(header: string, etag: string): boolean {
  if (header === etag) return true;
  if (header.trim() === '*') return true;
  // An entity tag may hold a comma, so the list cannot be split at commas.
  for (const [, tag] of header.matchAll(/(?:W\/)?("[\x21\x23-\x7e\x80-\xff]*")/g)) if (tag === etag) return true;
  return false;
}

const imfDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;
const rfc850Date = /^[A-Z][a-z]+day, (\d{2}-[A-Z][a-z]{2}-)(\d{2}) (\d{2}:\d{2}:\d{2} GMT)$/;
const asctimeDate = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) ([ \d]\d) (\d{2}:\d{2}:\d{2}) (\d{4})$/;

/** Reads the three forms of an HTTP date (RFC 9110, section 5.6.7) as epoch milliseconds. */
export function parseHttpDate(text: string): number | undefined {
  if (imfDate.test(text)) return finite(Date.parse(text));
  const rfc850 = rfc850Date.exec(text);
  if (rfc850) return finite(Date.parse(`${rfc850[1]}${fullYear(Number(rfc850[2]))} ${rfc850[3]}`));
  const asctime = asctimeDate.exec(text);
  if (asctime) return finite(Date.parse(`${asctime[2]} ${asctime[1]} ${asctime[4]} ${asctime[3]} GMT`));
  return undefined;
}

/** Two digits that would be more than 50 years ahead mean the latest past year with these digits. */
function fullYear(twoDigits: number): number {
  const thisYear = new Date().getUTCFullYear();
  const year = thisYear - (thisYear % 100) + twoDigits;
  return year > thisYear + 50 ? year - 100 : year;
}

function finite(time: number): number | undefined {
  return Number.isNaN(time) ? undefined : time;
}
