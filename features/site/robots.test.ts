import { expect, test } from 'vitest';
import { robotsText } from '#features/site/robots.ts';
import { sampleSite } from '#features/site/testing/sample-site.ts';

const lines = robotsText(sampleSite).split('\n');
const closed = lines.filter((line) => line.startsWith('Disallow: ')).map((line) => line.slice('Disallow: '.length));

/** As RFC 9309 reads a rule: a prefix, or with `$` at its end the whole. */
const isClosed = (path: string) =>
  closed.some((rule) => (rule.endsWith('$') ? path === rule.slice(0, -1) : path.startsWith(rule)));

test.each(['/desk', '/desk/articles', '/api/votes', '/search', '/search?q=x', '/preview/token'])(
  '%s is closed to crawlers',
  (path) => expect(isClosed(path)).toBe(true),
);

test.each(['/', '/world/a-story', '/desktop-news', '/searching-for-gold', '/api-economy/a-story', '/feed.xml'])(
  '%s is open to crawlers',
  (path) => expect(isClosed(path)).toBe(false),
);

test('the sitemaps are named by their absolute addresses', () => {
  expect(lines).toContain('Sitemap: https://news.example/sitemap.xml');
  expect(lines).toContain('Sitemap: https://news.example/news-sitemap.xml');
});
