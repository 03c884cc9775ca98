import type { IncomingMessage } from 'node:http';
import { siteUrl } from '#lib/env.ts';

/**
 * Where a post comes from, by what browsers say and pages cannot change: `Sec-Fetch-Site` (Fetch Metadata) and `Origin`
 * (RFC 6454). 'unsaid' is what sends neither, which is no browser.
 */
export function originOf(request: IncomingMessage): 'own' | 'foreign' | 'unsaid' {
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return 'foreign';
  if (origin === undefined) return site === undefined ? 'unsaid' : 'own';
  return ownHosts(request).includes(URL.parse(origin)?.host ?? '') ? 'own' : 'foreign';
}

/** The hosts, with their ports, under which the site is read: that of its address, and that which was asked. */
export function ownHosts({ headers: { host } }: IncomingMessage): string[] {
  return [new URL(siteUrl()).host, ...(host ? [host] : [])];
}
