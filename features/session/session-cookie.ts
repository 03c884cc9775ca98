import 'server-only';
import { hkdfSync } from 'node:crypto';
import { env, siteUrl } from '#lib/env.ts';

/** For how long a sign-in holds, in seconds. It does not slide: after two weeks everybody signs in again. */
export const sessionSeconds = 14 * 24 * 60 * 60;

export const isHttps = (): boolean => siteUrl().startsWith('https:');

/** The prefix has browsers refuse a cookie of this name from a subdomain, and one without `Secure` (RFC 6265bis). */
export const cookieName = (name: string): string => (isHttps() ? `__Host-broadsheet.${name}` : `broadsheet.${name}`);

/** The key that next-auth derives its own from: no other use of the site's secret can be taken for it. */
export function sessionSecret(): string {
  const { BROADSHEET_SECRET } = env();
  if (!BROADSHEET_SECRET) throw new Error('BROADSHEET_SECRET is not set: nobody can be signed in without it.');
  return Buffer.from(hkdfSync('sha256', BROADSHEET_SECRET, '', 'sessions', 32)).toString('base64url');
}
