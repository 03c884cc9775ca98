import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { embargoArticle } from '#features/article/commands/embargo-article.ts';
import { killArticle } from '#features/article/commands/kill-article.ts';
import { publishArticle } from '#features/article/commands/publish-article.ts';
import { saveRevision } from '#features/article/commands/save-revision.ts';
import { unpublishArticle } from '#features/article/commands/unpublish-article.ts';
import { paragraph, sampleArticle, sampleSection, tester } from '#features/article/testing/sample-article.ts';
import { gatherPings } from '#features/ping/commands/gather-pings.ts';
import { sendPing } from '#features/ping/commands/send-ping.ts';
import { indexNowKey } from '#features/ping/index-now-key.ts';
import { listPings } from '#features/ping/queries.ts';
import { respondWithKey } from '#features/ping/respond.ts';
import { sampleEndpoint } from '#features/ping/testing/sample-endpoint.ts';
import { waitingJobs } from '#features/ping/testing/waiting-jobs.ts';
import { changeSettings } from '#features/settings/commands/change-settings.ts';
import { amendEnvironment } from '#lib/env.ts';

const { owner } = await testDatabase();
const { jobs, gatherDue, pingIds } = waitingJobs(owner);
const engine = await sampleEndpoint();
const key = indexNowKey;
const site = 'https://news.example';
amendEnvironment({ SITE_URL: site, BROADSHEET_SECRET: 's'.repeat(40), INDEXNOW_URL: engine.url });
afterAll(() => engine.close());

let world = '';

beforeAll(async () => {
  world = await sampleSection('世界');
});

beforeEach(async () => {
  await owner`delete from pings`;
  await owner`delete from graphile_worker._private_jobs`;
  engine.told.length = 0;
  engine.answers = [];
  await changeSettings(tester, { indexNow: 'on', webSubHub: '' });
});

async function published(headline: string, when: object = {}): Promise<string> {
  const { articleId } = await sampleArticle({ sectionId: world, headline });
  await publishArticle(tester, { articleId, ...when });
  return articleId;
}

const urls = (index = -1): string[] => JSON.parse(engine.told.at(index)?.body ?? '{}').urlList;

test('what is published together is told in one ping, some seconds later, with the key and where it stands', async () => {
  for (const headline of ['One', 'Two', 'Three']) await published(headline);
  await gatherDue();
  const [job, ...others] = await jobs('send-ping');
  expect(others).toEqual([]);
  expect(job?.inSeconds).toBeGreaterThan(3);
  expect(job?.inSeconds).toBeLessThan(6);
  await sendPing(job?.payload.pingId ?? '');
  const [told, ...more] = engine.told;
  expect(more).toEqual([]);
  expect(told).toMatchObject({ path: '/ping', type: 'application/json; charset=utf-8' });
  const { urlList, ...rest } = JSON.parse(told?.body ?? '');
  expect(rest).toEqual({ host: 'news.example', key: key(), keyLocation: `${site}/${key()}.txt` });
  expect(urlList.sort()).toEqual(['one', 'three', 'two'].map((slug) => `${site}/%E4%B8%96%E7%95%8C/${slug}`));
});

test('the key is as IndexNow wants it, and its file is there for who knows it while pings are on', async () => {
  expect(key()).toMatch(/^[0-9a-f]{32}$/);
  const file = await respondWithKey(key());
  expect([file.status, file.headers.get('content-type'), await file.text()]).toEqual([
    200,
    'text/plain; charset=utf-8',
    key(),
  ]);
  expect((await respondWithKey('0'.repeat(32))).status).toBe(404);
  await changeSettings(tester, { indexNow: 'off' });
  expect((await respondWithKey(key())).status).toBe(404);
});

test('an update, a withdrawal and a kill are told too, each when it happens', async () => {
  const articleId = await published('Changing');
  const path = `${site}/%E4%B8%96%E7%95%8C/changing`;
  const tell = async () => {
    await gatherDue();
    for (const id of await pingIds()) await sendPing(id);
    await owner`delete from graphile_worker._private_jobs`;
    return engine.told.splice(0).map(({ body }) => JSON.parse(body).urlList);
  };
  expect(await tell()).toEqual([[path]]);
  await publishArticle(tester, { articleId });
  expect(await tell()).toEqual([[path]]);
  await unpublishArticle(tester, { articleId });
  expect(await tell()).toEqual([[path]]);
  await publishArticle(tester, { articleId });
  expect(await tell()).toEqual([[path]]);
  await killArticle(tester, { articleId });
  expect(await tell()).toEqual([[path]]);
});

test('a story that moves is told under its new address and its former one', async () => {
  const { articleId, version } = await sampleArticle({ sectionId: world, headline: 'Here', slug: 'here' });
  await publishArticle(tester, { articleId });
  const content = { sectionId: world, headline: 'There', slug: 'there', body: paragraph('Moved.') };
  await saveRevision(tester, { articleId, version: version + 1, content });
  await publishArticle(tester, { articleId });
  await gatherPings(articleId);
  for (const id of await pingIds()) await sendPing(id);
  expect(urls()).toEqual([`${site}/%E4%B8%96%E7%95%8C/here`, `${site}/%E4%B8%96%E7%95%8C/there`]);
});

test('what is planned is told when its time has come, and nothing of it before', async () => {
  const [at, until] = [new Date(Date.now() + 3_600_000), new Date(Date.now() + 7_200_000)];
  const articleId = await published('Planned', { at, until });
  const [begins, ends, ...more] = await jobs('announce-change');
  expect(more).toEqual([]);
  expect(begins?.inSeconds).toBeCloseTo(3600, -1);
  expect(ends?.inSeconds).toBeCloseTo(7200, -1);
  await gatherPings(articleId);
  expect(await pingIds()).toEqual([]);
});

test('an embargo is told of only when it ends, and what it hides when it is killed', async () => {
  const articleId = await published('Held');
  await owner`delete from graphile_worker._private_jobs`;
  await embargoArticle(tester, { articleId, until: new Date(Date.now() + 3_600_000) });
  const [free, ...more] = await jobs('announce-change');
  expect(more).toEqual([]);
  expect(free?.inSeconds).toBeCloseTo(3600, -1);
  await gatherPings(articleId);
  expect(await pingIds()).toEqual([]);
  await killArticle(tester, { articleId });
  await gatherPings(articleId);
  expect(await pingIds()).toHaveLength(1);
});

test('nobody is told anything while it is off, as it is at first', async () => {
  await changeSettings(tester, { indexNow: 'off' });
  await published('Quiet');
  await gatherDue();
  expect(await pingIds()).toEqual([]);
  expect((await listPings({ before: null })).lines).toEqual([]);
});
