import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import { killArticle } from '#features/article/commands/kill-article.ts';
import { publishArticle } from '#features/article/commands/publish-article.ts';
import { sampleArticle, sampleSection, tester } from '#features/article/testing/sample-article.ts';
import { createByline } from '#features/byline/commands/create-byline.ts';
import { createTag } from '#features/tag/commands/create-tag.ts';
import { amendEnvironment } from '#lib/env.ts';
import { createRedirect } from './commands/create-redirect.ts';
import { leadsTo } from './commands/find-redirects.ts';
import { removeRedirect } from './commands/remove-redirect.ts';
import { findRedirect, listRedirects } from './queries.ts';

amendEnvironment({ SITE_URL: 'https://news.example' });
const { owner } = await testDatabase();
const add = (path: string, target: string) => createRedirect(tester, { path, target });

beforeEach(() => owner`delete from redirects`);

describe('an old address', () => {
  beforeEach(async () => {
    await add('/old-world', '/world');
    await add('/old-world/special', '/special?from=old');
    await add('/news.php', 'https://archive.example/news?a=b%20c');
    await add('/café', '/bars/größe');
    await add('/shop', 'https://shop.example/?ref=news');
  });

  test.each([
    ['/old-world', '/world'],
    ['/old-world/a-story', '/world/a-story'],
    ['/old-world/archive/2025/04', '/world/archive/2025/04'],
    ['/old-world/special', '/special?from=old'],
    ['/old-world/größe', '/world/gr%C3%B6%C3%9Fe'],
    ['/old-world/why?', '/world/why%3F'],
    ['/old-world/a#b', '/world/a%23b'],
    ['/old-world/100%', '/world/100%25'],
    ['/news.php', 'https://archive.example/news?a=b%20c'],
    ['/cafe\u0301', '/bars/gr%C3%B6%C3%9Fe'],
    ['/shop/hats', 'https://shop.example/hats?ref=news'],
  ])('%s leads to %s', async (path, target) => {
    expect(await findRedirect(path)).toBe(target);
  });

  test.each(['/', '/old', '/old-worlds', '/x/old-world', ''])('%j leads nowhere', async (path) => {
    expect(await findRedirect(path)).toBeNull();
  });

  test('is listed, and leads nowhere once its redirect is removed', async () => {
    expect((await listRedirects()).map(({ path }) => path)).toEqual([
      '/café',
      '/news.php',
      '/old-world',
      '/old-world/special',
      '/shop',
    ]);
    await removeRedirect(tester, { path: 'https://news.example/caf%C3%A9/' });
    expect(await findRedirect('/café')).toBeNull();
    await expect(removeRedirect(tester, { path: '/café' })).rejects.toMatchObject({ code: 'not_found' });
  });
});

test.each([
  [' /old/page/ ', '/old/page'],
  ['https://news.example/old/page', '/old/page'],
  ['/caf%C3%A9', '/café'],
  ['/cafe\u0301', '/caf\u00e9'],
  ['/Old/Page.aspx', '/Old/Page.aspx'],
  ['/a%3Fid=1', '/a?id=1'],
])('%s is kept as %s', async (given, kept) => {
  expect(await add(given, '/world')).toMatchObject({ path: kept });
  await expect(add(given, '/world')).rejects.toMatchObject({ code: 'conflict' });
});

test.each([
  ['old', '/world'],
  ['https://other.example/old', '/world'],
  ['/old?id=1', '/world'],
  ['/old#top', '/world'],
  ['/a/../b', '/world'],
  ['/a//b', '/world'],
  ['/a%2Fb', '/world'],
  ['/a%ff', '/world'],
  ['/a\u0000', '/world'],
  ['', '/world'],
  ['/old', ''],
  ['/old', 'world'],
  ['/old', 'javascript:alert(1)'],
  ['/old', 'data:text/html,x'],
  ['/old', '//evil.example/x'],
  ['/old', '/\\evil.example'],
  ['/old', 'https://user:secret@x.example'],
  ['/old', `/${'x'.repeat(1000)}`],
])('from %j to %j is no redirect', async (path, target) => {
  await expect(add(path, target)).rejects.toMatchObject({ name: 'Refusal', code: 'invalid' });
  expect(await listRedirects()).toEqual([]);
});

test.each([
  ['/a', '/a'],
  ['/a', '/a?x=1'],
  ['/a', 'https://news.example/a'],
  ['/a', '/a/b'],
  ['/caf%C3%A9', '/cafe\u0301'],
])('from %s to %s would be a circle', async (path, target) => {
  await expect(add(path, target)).rejects.toMatchObject({ code: 'conflict' });
});

test('nobody is sent on twice', async () => {
  await add('/b', '/c');
  await add('/section', '/other');
  for (const [path, target] of [
    ['/a', '/b'],
    ['/a', '/b?x=1'],
    ['/a', '/section/story'],
    ['/c', '/d'],
    ['/c', '/b'],
    ['/other', '/d'],
  ] as const) {
    await expect(add(path, target)).rejects.toMatchObject({ code: 'conflict' });
  }
  await add('/section/story', '/kept');
  await add('/a', 'https://elsewhere.example/b');
});

test('of two redirects made at once that would make a chain, one is made', async () => {
  for (let round = 0; round < 5; round += 1) {
    await owner`delete from redirects`;
    const made = await Promise.allSettled([add('/x', '/y'), add('/y', '/z'), add('/z', '/x')]);
    const kept = await listRedirects();
    expect(kept).toHaveLength(made.filter(({ status }) => status === 'fulfilled').length);
    for (const { target } of kept) expect(await findRedirect(target)).toBeNull();
  }
});

describe('a redirect that would never be followed is refused', () => {
  test.each([
    '/',
    '/search',
    '/desk/articles',
    '/preview',
    '/api/votes',
    '/media/a.jpg',
    '/feed.xml',
    '/world/feed.xml',
    '/tag/x/atom.xml',
    '/sitemap.xml',
    '/robots.txt',
    '/world/archive/2025/04',
  ])('from %s', async (path) => {
    await expect(add(path, '/elsewhere')).rejects.toMatchObject({ code: 'conflict' });
  });

  test('from a section, a story public or gone, a tag and a byline, however it is written', async () => {
    const sectionId = await sampleSection('world');
    await createTag(tester, { slug: 'ships', name: 'Ships' });
    await createByline(tester, { handle: 'ann', name: 'Ann' });
    for (const headline of ['Shown', 'Killed']) {
      const { articleId } = await sampleArticle({ sectionId, headline });
      await publishArticle(tester, { articleId });
      if (headline === 'Killed') await killArticle(tester, { articleId });
    }
    for (const path of [
      '/world',
      '/World',
      '/world/shown',
      '/world/SHOWN',
      '/world/killed',
      '/tag/ships',
      '/author/ann',
    ]) {
      await expect(add(path, '/elsewhere')).rejects.toMatchObject({ code: 'conflict' });
    }
    for (const path of ['/world/never', '/tag/boats', '/author/bob', '/worlds', '/world/a/b'])
      await add(path, '/search');
  });
});

test('what was done stands in the audit log', async () => {
  await add('/noted', '/world');
  await removeRedirect(tester, { path: '/noted' });
  const entries = await owner`select action, details from audit_log where details->>'path' = '/noted' order by id`;
  const details = { path: '/noted', target: '/world' };
  expect(entries.map((entry) => ({ ...entry }))).toEqual([
    { action: 'redirect.create', details },
    { action: 'redirect.remove', details },
  ]);
});

test.each([
  ['/mid', '/mid'],
  ['/mid', '/mid?page=2'],
  ['/mid', '/mid#end'],
  ['/mid', '/mid/under'],
  ['/größe', '/gr%c3%b6%c3%9fe/x'],
  ['/a:b', '/a:b'],
  ['/a:b', '/a%3Ab'],
  ['/deep/page', '/deep/page?x'],
])('a redirect from %s is refused where another leads to %s', async (path, target) => {
  await add('/first', target);
  await expect(add(path, '/world')).rejects.toMatchObject({
    code: 'conflict',
    message: "'/first' leads here: remove that redirect first, then make it anew.",
  });
});

test.each([
  ['/mid', '/middle'],
  ['/mid', '/mid-way/x'],
  ['/deep/page', '/deep/page/under'],
  ['/deep/page', '/deep'],
])('a redirect from %s is made beside one that leads to %s', async (path, target) => {
  await add('/first', target);
  expect(await add(path, '/world')).toMatchObject({ path });
});

test('which redirects lead to an address is told by an index, however many there are', async () => {
  await database().transaction(async (tx) => {
    await tx.execute(sql`set local enable_seqscan = off`);
    const plan = await tx.execute<{ 'QUERY PLAN': string }>(
      sql`explain select path from redirects where ${leadsTo('/old')} limit 1`,
    );
    const lines = [...plan].map((row) => row['QUERY PLAN']).join('\n');
    expect(lines).toContain('redirects_target');
    expect(lines).not.toContain('Seq Scan');
  });
});
