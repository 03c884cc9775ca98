import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * `value.signature`, where the signature is an HMAC-SHA256 (RFC 2104) over purpose and value in base64url. The purpose
 * keeps what was signed for one cookie from being taken for another. Values hold no dot.
 */
export function signValue(purpose: string, value: string, secret: string): string {
  return `${value}.${signature(purpose, value, secret)}`;
}

/** The value that `signValue` signed, or null for any other text. */
export function verifyValue(purpose: string, signed: string, secret: string): string | null {
  const dot = signed.lastIndexOf('.');
  if (dot < 0 || signed.length > 1000) return null;
  const value = signed.slice(0, dot);
  const given = Buffer.from(signed.slice(dot + 1));
  const expected = Buffer.from(signature(purpose, value, secret));
  return given.length === expected.length && timingSafeEqual(given, expected) ? value : null;
}

/** The value of the first cookie of this name whose signature is right, or null: a forged cookie is no cookie. */
export function readSignedCookie(header: string | null | undefined, name: string, secret: string): string | null {
  for (const pair of header?.split(';') ?? []) {
    const equals = pair.indexOf('=');
    if (equals < 0 || pair.slice(0, equals).trim() !== name) continue;
    const value = verifyValue(name, pair.slice(equals + 1).trim(), secret);
    if (value !== null) return value;
  }
  return null;
}

function signature(purpose: string, value: string, secret: string): string {
  return createHmac('sha256', secret).update(`${purpose}\0${value}`).digest('base64url');
}
