/**
 * The moment before which a server asks not to be asked again: `Retry-After` in seconds or as a date (RFC 9110, section
 * 10.2.3), counted from `now`, epoch milliseconds. Null where it says nothing that can be read.
 */
export function readRetryAfter(header: string | undefined, now: number): Date | null {
  const text = header?.trim() ?? '';
  const at = /^\d{1,9}$/.test(text) ? now + Number(text) * 1000 : Date.parse(/[a-z]/i.test(text) ? text : '');
  return Number.isNaN(at) ? null : new Date(at);
}
