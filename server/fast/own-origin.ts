import type { IncomingMessage } from 'node:http';
import { siteUrl } from '#lib/env.ts';

/**
 * Where a post comes from, by what browsers say and pages cannot change: `Sec-Fetch-Site` (Fetch Metadata) and `Origin`
 * (RFC 6454). 'unsaid' is what sends neither, which is no browser.
 */
export function originOf(request: IncomingMessage): 'own' | 'foreign' | 'unsaid' {
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return 'foreign';
  if (origin === undefined) return site === undefined ? 'unsaid' : 'own';
  return origin === new URL(siteUrl()).origin || hostOf(origin) === host ? 'own' : 'foreign';
}

function hostOf(origin: string): string | null {
  return URL.parse(origin)?.host ?? null;
}
