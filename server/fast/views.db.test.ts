import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import { publishArticle } from '#features/article/commands/publish-article.ts';
import { sampleArticle, sampleSection, tester } from '#features/article/testing/sample-article.ts';
import { amendEnvironment, env } from '#lib/env.ts';
import { log } from '#lib/log.ts';
import { serve } from './testing/serve.ts';
import { countedViews, flushViews, startViewFlush, stopViewFlush } from './view-flush.ts';
import { handleViews } from './views.ts';

amendEnvironment({ TRUSTED_PROXIES: 'loopback' });
const { owner } = await testDatabase();
const base = await serve(handleViews);
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
let sectionId = '';
let stories = 0;
let readers = 0;

beforeAll(async () => {
  sectionId = await sampleSection('world');
});
beforeEach(() => {
  countedViews.take();
});

async function publicStory(): Promise<string> {
  stories += 1;
  const { articleId } = await sampleArticle({ sectionId, headline: `Story ${stories}` });
  await publishArticle(tester, { articleId });
  return articleId;
}

function newAddress(): string {
  readers += 1;
  return `10.${readers >> 8}.${readers & 255}.1`;
}

/** What a browser sends from a page of the site; `headers` change it, null leaves one out. */
function view(article: string, headers: Record<string, string | null> = {}): Promise<Response> {
  const all = { origin: base, 'user-agent': firefox, 'x-forwarded-for': newAddress(), ...headers };
  const sent = Object.entries(all).filter((header): header is [string, string] => header[1] !== null);
  return fetch(`${base}/api/views`, { method: 'POST', body: new URLSearchParams({ article }), headers: sent });
}

const totalOf = async (articleId: string) =>
  (await owner`select human::int, filtered::int from view_totals where article_id = ${articleId}`)[0];

describe('a view', () => {
  test('is answered with nothing and counted', async () => {
    const story = await publicStory();
    const response = await view(story);
    expect(response.status).toBe(204);
    expect(response.headers.getSetCookie()).toEqual([]);
    await view(story);
    expect(await flushViews()).toBe(true);
    expect(await totalOf(story)).toEqual({ human: 2, filtered: 0 });
  });

  test('where no script runs is asked for as a picture, and only by a page of the site', async () => {
    const story = await publicStory();
    const picture = (headers: Record<string, string>) =>
      fetch(`${base}/api/views?article=${story}`, {
        headers: { 'user-agent': firefox, 'x-forwarded-for': newAddress(), ...headers },
      });
    expect((await picture({ 'sec-fetch-site': 'same-origin' })).status).toBe(204);
    await picture({ 'sec-fetch-site': 'cross-site' });
    await picture({ 'sec-fetch-site': 'same-origin', 'sec-purpose': 'prefetch' });
    await picture({});
    await flushViews();
    expect(await totalOf(story)).toEqual({ human: 1, filtered: 3 });
  });

  test("of a reader who comes back the same day is the reader's first", async () => {
    const story = await publicStory();
    for (let time = 0; time < 3; time += 1) await view(story, { 'x-forwarded-for': '198.51.100.7' });
    await flushViews();
    expect(await totalOf(story)).toEqual({ human: 1, filtered: 0 });
  });

  test('of a story whose id is written in another case is a view of the same story, and stops no other', async () => {
    const story = await publicStory();
    const address = { 'x-forwarded-for': '198.51.100.8' };
    expect((await view(story, address)).status).toBe(204);
    expect((await view(story.toUpperCase(), address)).status).toBe(204);
    expect(await flushViews()).toBe(true);
    expect(await totalOf(story)).toEqual({ human: 1, filtered: 0 });
  });

  test.each<[string, Record<string, string | null>]>([
    ['a bot', { 'user-agent': 'Googlebot/2.1 (+http://www.google.com/bot.html)' }],
    ['a page fetched ahead', { 'sec-purpose': 'prefetch;prerender' }],
    ['another site', { origin: 'https://evil.example' }],
    ['no site', { origin: null }],
  ])('of %s is counted apart', async (_, headers) => {
    const story = await publicStory();
    expect((await view(story, headers)).status).toBe(204);
    await flushViews();
    expect(await totalOf(story)).toEqual({ human: 0, filtered: 1 });
  });

  test('of what does not exist is answered alike and kept nowhere', async () => {
    const stranger = randomUUID();
    expect((await view(stranger)).status).toBe(204);
    expect(await flushViews()).toBe(true);
    expect(await totalOf(stranger)).toBeUndefined();
  });
});

test.each<[string, RequestInit, number]>([
  ['no id', { body: 'article=1' }, 400],
  ['nothing', { body: '' }, 400],
  ['much', { body: `article=${'x'.repeat(1000)}` }, 413],
  ['a PUT', { method: 'PUT' }, 405],
  ['a picture of no story', { method: 'GET' }, 400],
])('%s is refused', async (_, request, status) => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const response = await fetch(`${base}/api/views`, { method: 'POST', headers, ...request });
  expect(response.status).toBe(status);
});

test('a flood from one network is counted apart', async () => {
  const story = await publicStory();
  const flood = Array.from({ length: 610 }, (_, index) =>
    view(story, { 'x-forwarded-for': `192.0.2.${index % 256}`, 'user-agent': `${firefox} ${index}` }),
  );
  await Promise.all(flood);
  await flushViews();
  expect(await totalOf(story)).toEqual({ human: 600, filtered: 10 });
});

test('a view for which there is no room is answered alike and lost, and the next one is counted again', async () => {
  const story = await publicStory();
  const stranger = { source: 'direct', kind: 'human' } as const;
  for (let turn = 0; turn < 50_000; turn += 1) countedViews.count({ ...stranger, articleId: `${turn}` }, Date.now());
  expect((await view(story)).status).toBe(204);
  expect(countedViews.takeLost()).toBe(1);
  countedViews.take();
  await view(story);
  await flushViews();
  expect(await totalOf(story)).toEqual({ human: 1, filtered: 0 });
});

test('views wait while the database is away, and a clean stop writes them down', async () => {
  const { DATABASE_APP_URL } = env();
  log.level = 'silent';
  const story = await publicStory();
  await closeDatabase();
  amendEnvironment({ DATABASE_APP_URL: 'postgres://nobody@127.0.0.1:1/none' });
  startViewFlush();
  expect((await view(story)).status).toBe(204);
  expect(await flushViews()).toBe(false);
  await view(story);
  expect(await flushViews()).toBe(false);
  await closeDatabase();
  amendEnvironment({ DATABASE_APP_URL });
  await stopViewFlush();
  expect(await totalOf(story)).toEqual({ human: 2, filtered: 0 });
});
