import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { killArticle } from '#features/article/commands/kill-article.ts';
import { publishArticle } from '#features/article/commands/publish-article.ts';
import { sampleArticle, sampleSection, tester } from '#features/article/testing/sample-article.ts';
import { createByline } from '#features/byline/commands/create-byline.ts';
import { respondWithFeed } from '#features/feed/respond.ts';
import { gatherPings } from '#features/ping/commands/gather-pings.ts';
import { sendPing } from '#features/ping/commands/send-ping.ts';
import { listPings } from '#features/ping/queries.ts';
import { sampleEndpoint } from '#features/ping/testing/sample-endpoint.ts';
import { changeSettings } from '#features/settings/commands/change-settings.ts';
import { createTag } from '#features/tag/commands/create-tag.ts';
import { amendEnvironment } from '#lib/env.ts';

const { owner } = await testDatabase();
const hub = await sampleEndpoint();
const site = 'https://news.example';
amendEnvironment({ SITE_URL: site, BROADSHEET_SECRET: 's'.repeat(40) });
afterAll(() => hub.close());

let asia = '';
let sport = '';
let kim = '';

beforeAll(async () => {
  const world = await sampleSection('world');
  asia = await sampleSection('asia', world);
  await sampleSection('elsewhere');
  sport = (await createTag(tester, { slug: 'thể-thao', name: 'Sport' })).tagId;
  kim = (await createByline(tester, { handle: 'kim', name: 'Kim' })).bylineId;
});

beforeEach(async () => {
  await owner`delete from pings`;
  hub.told.length = 0;
  hub.answers = [];
  await changeSettings(tester, { webSubHub: hub.url });
});

async function published(headline: string): Promise<string> {
  const { articleId } = await sampleArticle({ sectionId: asia, headline, tagIds: [sport], bylineIds: [kim] });
  await publishArticle(tester, { articleId });
  return articleId;
}

async function onlyPing(): Promise<string> {
  const { lines } = await listPings({ before: null });
  expect(lines).toHaveLength(1);
  return lines[0]?.id ?? '';
}

const formats = ['feed.xml', 'atom.xml', 'feed.json'];
const places = ['', '/world', '/asia', '/tag/th%E1%BB%83-thao', '/author/kim'];
const changed = places.flatMap((place) => formats.map((format) => `${site}${place}/${format}`));

test('the hub is told of each feed that a publication or a kill changes, and of no other', async () => {
  const articleId = await published('A story');
  await gatherPings(articleId);
  await sendPing(await onlyPing(), hub.network);
  const forms = () => hub.told.map(({ body }) => Object.fromEntries(new URLSearchParams(body)));
  expect(hub.told[0]).toMatchObject({ path: '/ping', type: 'application/x-www-form-urlencoded' });
  expect(
    forms()
      .map((form) => form['hub.url'])
      .sort(),
  ).toEqual([...changed].sort());
  expect(new Set(forms().map((form) => form['hub.mode']))).toEqual(new Set(['publish']));
  hub.told.length = 0;
  await owner`delete from pings`;
  await killArticle(tester, { articleId });
  await gatherPings(articleId);
  await sendPing(await onlyPing(), hub.network);
  expect(
    forms()
      .map((form) => form['hub.url'])
      .sort(),
  ).toEqual([...changed].sort());
});

test('what the hub is told of is the very address that the feed gives as its own', async () => {
  const articleId = await published('Named');
  await gatherPings(articleId);
  await sendPing(await onlyPing(), hub.network);
  const told = hub.told.map(({ body }) => new URLSearchParams(body).get('hub.url'));
  for (const [format, segment] of [
    ['rss', 'asia'],
    ['atom', 'world'],
    ['json', 'asia'],
  ] as const) {
    const links = (await respondWithFeed({ of: 'section', segment }, format)).headers.get('link') ?? '';
    expect(links).toContain(`<${hub.url}>; rel="hub"`);
    expect(told).toContain(/<([^>]*)>; rel="self"/.exec(links)?.[1]);
  }
});

test('stories that are published together are told feed by feed, each feed once', async () => {
  for (const headline of ['One', 'Two']) await gatherPings(await published(headline));
  await sendPing(await onlyPing(), hub.network);
  expect(hub.told).toHaveLength(changed.length);
});

test('a hub whose address is not in ASCII is named as HTTP can name it, and every feed is there', async () => {
  await changeSettings(tester, { webSubHub: 'https://хаб.example/世界' });
  for (const format of ['rss', 'atom', 'json'] as const) {
    const answer = await respondWithFeed({ of: 'site' }, format);
    const address = 'https://xn--80ac2d.example/%E4%B8%96%E7%95%8C';
    expect(answer.headers.get('link')).toContain(`<${address}>; rel="hub"`);
    expect(await answer.text()).toContain(address);
  }
});

test('a hub that fails on the way is told of the rest later, and not of the same again', async () => {
  await gatherPings(await published('Torn'));
  const id = await onlyPing();
  hub.answers = [204, 204, 503];
  await expect(sendPing(id, hub.network)).rejects.toThrow('503');
  expect((await listPings({ before: null })).lines).toMatchObject([{ state: 'waiting', accepted: 2, status: 503 }]);
  await sendPing(id, hub.network);
  const [third, ...rest] = hub.told.slice(2).map(({ body }) => body);
  expect(rest[0]).toBe(third);
  expect(new Set(hub.told.map(({ body }) => body)).size).toBe(changed.length);
  expect(hub.told).toHaveLength(changed.length + 1);
  expect((await listPings({ before: null })).lines).toMatchObject([
    { state: 'accepted', accepted: changed.length, count: changed.length, attempts: 2, status: 200 },
  ]);
});

test('a ping of which a part was taken takes nothing more: it would not be told again', async () => {
  await gatherPings(await published('Half'));
  const id = await onlyPing();
  hub.answers = [204, 503];
  await expect(sendPing(id, hub.network)).rejects.toThrow('503');
  await gatherPings(await published('Other half'));
  const { lines } = await listPings({ before: null });
  expect(lines.map(({ count }) => count)).toEqual([changed.length, changed.length]);
  for (const line of lines) await sendPing(line.id, hub.network);
  expect(hub.told).toHaveLength(2 * changed.length + 1);
});

test('a feed that the hub does not want keeps none of the others from it, and its refusal is shown', async () => {
  await gatherPings(await published('Partly'));
  hub.answers = [204, 404, 204];
  await sendPing(await onlyPing(), hub.network);
  expect((await listPings({ before: null })).lines).toMatchObject([
    { state: 'refused', accepted: changed.length - 1, count: changed.length, status: 404 },
  ]);
});

test('a hub that the settings name is asked on the open internet alone', async () => {
  await gatherPings(await published('Private'));
  await sendPing(await onlyPing());
  expect((await listPings({ before: null })).lines).toMatchObject([{ state: 'refused', accepted: 0, problem: 'port' }]);
  expect(hub.told).toEqual([]);
});

test('no hub is told of anything until one is named', async () => {
  await changeSettings(tester, { webSubHub: '' });
  await gatherPings(await published('Quiet'));
  expect((await listPings({ before: null })).lines).toEqual([]);
});
