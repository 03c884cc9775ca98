import { absoluteUrl, type Site } from '#features/site/model.ts';

/** What crawlers may visit (RFC 9309). Each path is closed with what is under it, not with what only begins alike. */
export function robotsText(site: Site): string {
  const closed = ['/desk', '/api', '/search', '/preview'];
  return [
    'User-agent: *',
    'Allow: /',
    ...closed.flatMap((path) => [`Disallow: ${path}$`, `Disallow: ${path}/`, `Disallow: ${path}?`]),
    '',
    `Sitemap: ${absoluteUrl('/sitemap.xml', site)}`,
    `Sitemap: ${absoluteUrl('/news-sitemap.xml', site)}`,
    '',
  ].join('\n');
}
