import { hkdfSync } from 'node:crypto';
import { env } from '#lib/env.ts';

/**
 * By this word, which stands in a file of the site and in each ping, a search engine knows that a ping comes from the site
 * (https://www.indexnow.org/documentation). It follows from the site's secret.
 */
export function indexNowKey(): string {
  const { BROADSHEET_SECRET } = env();
  if (!BROADSHEET_SECRET) throw new Error('BROADSHEET_SECRET is not set: the key of IndexNow follows from it.');
  return Buffer.from(hkdfSync('sha256', BROADSHEET_SECRET, '', 'indexnow', 16)).toString('hex');
}

/** Where the key stands; next.config.js leads this address to its route. */
export const indexNowKeyHref = (key: string): string => `/${key}.txt`;
