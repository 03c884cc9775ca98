import { expect, test } from 'vitest';
import { type AiCrawlerChoice, aiCrawlerChoices } from '#features/site/model-ai-crawlers.ts';
import { robotsText } from '#features/site/robots.ts';
import { sampleSite } from '#features/site/testing/sample-site.ts';

const lines = robotsText(sampleSite, 'allowed').split('\n');
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

/** Who may read nothing: the names of the groups whose one rule closes all (RFC 9309, section 2.2.1). */
const refused = (choice: AiCrawlerChoice) =>
  robotsText(sampleSite, choice)
    .split('\n\n')
    .filter((group) => group.endsWith('\nDisallow: /'))
    .flatMap((group) => [...group.matchAll(/^User-agent: (.+)$/gm)].map(([, name]) => name));

test('crawlers for language models are let in, or those that train are not, or none is', () => {
  expect(refused('allowed')).toEqual([]);
  expect(refused('noTraining')).toEqual(expect.arrayContaining(['GPTBot', 'ClaudeBot', 'Google-Extended', 'CCBot']));
  expect(refused('noTraining')).not.toContain('OAI-SearchBot');
  expect(refused('none')).toEqual(expect.arrayContaining([...refused('noTraining'), 'OAI-SearchBot', 'PerplexityBot']));
});

test('no choice closes the site to search engines', () => {
  for (const choice of aiCrawlerChoices) {
    const names = refused(choice).map((name) => name?.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
    for (const engine of ['*', 'googlebot', 'bingbot', 'applebot', 'duckduckbot']) expect(names).not.toContain(engine);
  }
});
