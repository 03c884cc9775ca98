import 'server-only';
import { env } from '#lib/env.ts';
import { signValue, verifyValue } from '#lib/signed-cookie.ts';

const purpose = 'preview';
const length = 16;

/** One segment of an address that names a preview's link: its id in base64url, with a signature that nobody can guess. */
export function signLink(linkId: string): string {
  return signValue(purpose, Buffer.from(linkId.replaceAll('-', ''), 'hex').toString('base64url'), secret());
}

/** The id that `signLink` signed, whether the link still holds or not; null for any other text. */
export function readLink(token: string): string | null {
  const value = verifyValue(purpose, token, secret());
  const bytes = value === null ? null : Buffer.from(value, 'base64url');
  if (bytes?.length !== length) return null;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function secret(): string {
  const { BROADSHEET_SECRET } = env();
  if (!BROADSHEET_SECRET) throw new Error('BROADSHEET_SECRET is not set: previews are signed with it.');
  return BROADSHEET_SECRET;
}
