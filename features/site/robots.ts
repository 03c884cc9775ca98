import { absoluteUrl, type Site } from '#features/site/model.ts';
import { type AiCrawlerChoice, refusedCrawlers } from '#features/site/model-ai-crawlers.ts';

/** What crawlers may visit (RFC 9309). Each path is closed with what is under it, not with what only begins alike. */
export function robotsText(site: Site, aiCrawlers: AiCrawlerChoice): string {
  const refused = refusedCrawlers(aiCrawlers);
  const closed = ['/desk', '/api', '/search', '/preview'];
  return [
    'User-agent: *',
    'Allow: /',
    ...closed.flatMap((path) => [`Disallow: ${path}$`, `Disallow: ${path}/`, `Disallow: ${path}?`]),
    '',
    ...(refused.length > 0 ? [...refused.map((name) => `User-agent: ${name}`), 'Disallow: /', ''] : []),
    `Sitemap: ${absoluteUrl('/sitemap.xml', site)}`,
    `Sitemap: ${absoluteUrl('/news-sitemap.xml', site)}`,
    '',
  ].join('\n');
}
