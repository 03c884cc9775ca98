import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { embargoArticle } from '#features/article/commands/embargo-article.ts';
import { killArticle } from '#features/article/commands/kill-article.ts';
import { publishArticle } from '#features/article/commands/publish-article.ts';
import { saveRevision } from '#features/article/commands/save-revision.ts';
import { unpublishArticle } from '#features/article/commands/unpublish-article.ts';
import { paragraph, sampleArticle, sampleSection, tester } from '#features/article/testing/sample-article.ts';
import { forgetPings } from '#features/ping/commands/forget-pings.ts';
import { gatherPings } from '#features/ping/commands/gather-pings.ts';
import { sendPing } from '#features/ping/commands/send-ping.ts';
import { indexNowKey } from '#features/ping/index-now-key.ts';
import { listPings } from '#features/ping/queries.ts';
import { respondWithKey } from '#features/ping/respond.ts';
import { sampleEndpoint } from '#features/ping/testing/sample-endpoint.ts';
import { changeSettings } from '#features/settings/commands/change-settings.ts';
import { amendEnvironment } from '#lib/env.ts';

const { owner } = await testDatabase();
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

interface Job {
  task: string;
  payload: { articleId?: string; pingId?: string };
  inSeconds: number;
}

/** The jobs of a kind that wait, the soonest first. */
async function jobs(task: string): Promise<Job[]> {
  const rows = await owner<Job[]>`
    select identifier as task, payload, extract(epoch from run_at - now())::float as "inSeconds"
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where identifier = ${task} order by run_at`;
  return [...rows];
}

/** What the worker does with the announcements that are due. */
async function gatherDue(): Promise<void> {
  for (const { payload, inSeconds } of await jobs('announce-change')) {
    if (inSeconds <= 0) await gatherPings(payload.articleId ?? '');
  }
}

async function pingIds(): Promise<string[]> {
  return (await jobs('send-ping')).map(({ payload }) => payload.pingId ?? '');
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

test('an embargo is told of only when it ends, and what it hides to nobody', async () => {
  const articleId = await published('Held');
  await owner`delete from graphile_worker._private_jobs`;
  await embargoArticle(tester, { articleId, until: new Date(Date.now() + 3_600_000) });
  const [free, ...more] = await jobs('announce-change');
  expect(more).toEqual([]);
  expect(free?.inSeconds).toBeCloseTo(3600, -1);
  await killArticle(tester, { articleId });
  await gatherPings(articleId);
  expect(await pingIds()).toEqual([]);
});

test('nobody is told anything while it is off, as it is at first', async () => {
  await changeSettings(tester, { indexNow: 'off' });
  await published('Quiet');
  await gatherDue();
  expect(await pingIds()).toEqual([]);
  expect((await listPings({ before: null })).lines).toEqual([]);
});

test('the desk shows each ping with its answer', async () => {
  await published('Shown');
  await gatherDue();
  const waiting = { channel: 'indexNow', state: 'waiting', count: 1, accepted: 0, attempts: 0, status: null };
  expect((await listPings({ before: null })).lines).toMatchObject([
    { ...waiting, host: new URL(engine.url).host, answeredAt: null },
  ]);
  engine.answers = [202];
  for (const id of await pingIds()) await sendPing(id);
  const [line] = (await listPings({ before: null })).lines;
  expect(line).toMatchObject({ state: 'accepted', count: 1, accepted: 1, attempts: 1, status: 202, problem: null });
  expect(Date.now() - (line?.answeredAt?.getTime() ?? 0)).toBeLessThan(60_000);
});

test.each([429, 500, 503, 0])('an answer of %i is tried again, and what comes then counts', async (status) => {
  await published(`Again ${status}`);
  await gatherDue();
  const [id = ''] = await pingIds();
  engine.answers = [status];
  await expect(sendPing(id)).rejects.toThrow(/^The ping was not taken by 127\.0\.0\.1:\d+: (?:\d{3}|unreachable)\.$/);
  expect((await listPings({ before: null })).lines).toMatchObject([
    { state: 'waiting', attempts: 1, status: status || null, problem: status ? null : 'unreachable' },
  ]);
  await sendPing(id);
  expect((await listPings({ before: null })).lines).toMatchObject([
    { state: 'accepted', attempts: 2, status: 200, problem: null },
  ]);
  await sendPing(id);
  expect(engine.told).toHaveLength(2);
});

test.each([400, 403, 422, 301])('an answer of %i is final', async (status) => {
  await published(`Final ${status}`);
  await gatherDue();
  engine.answers = [status];
  for (const id of await pingIds()) await sendPing(id);
  expect((await listPings({ before: null })).lines).toMatchObject([{ state: 'refused', accepted: 0, status }]);
});

test('what changes while a ping is tried again goes into another', async () => {
  await published('Before');
  await gatherDue();
  const [first = ''] = await pingIds();
  engine.answers = [503];
  await expect(sendPing(first)).rejects.toThrow('503');
  await owner`delete from graphile_worker._private_jobs where key like 'announce:%'`;
  await published('After');
  await gatherDue();
  const ids = await pingIds();
  expect(ids).toHaveLength(2);
  for (const id of ids) await sendPing(id);
  expect([urls(-2), urls(-1)].flat().map((url) => url.replace(/.*[/]/, ''))).toEqual(['before', 'after']);
});

test('a ping that nobody took within a day is given up, and so is one whose channel was turned off', async () => {
  await published('Late');
  await gatherDue();
  const [id = ''] = await pingIds();
  await changeSettings(tester, { indexNow: 'off' });
  await sendPing(id);
  await changeSettings(tester, { indexNow: 'on' });
  await published('Later');
  await gatherDue();
  await owner`update pings set opened_at = now() - interval '25 hours' where state = 'waiting'`;
  for (const late of await pingIds()) await sendPing(late);
  const { lines } = await listPings({ before: null });
  expect(lines.map(({ state }) => state)).toEqual(['abandoned', 'abandoned']);
  expect(engine.told).toEqual([]);
});

test('an endpoint that nobody named in the environment is asked on the open internet alone', async () => {
  await published('Private');
  await gatherDue();
  const [id = ''] = await pingIds();
  amendEnvironment({ INDEXNOW_URL: undefined });
  await owner`update pings set endpoint = 'https://api.indexnow.org/indexnow' where id = ${id}`;
  const nowhere = { resolve: () => Promise.resolve(['10.0.0.1']), allows: () => false, ports: [443] };
  await sendPing(id, nowhere);
  amendEnvironment({ INDEXNOW_URL: engine.url });
  expect((await listPings({ before: null })).lines).toMatchObject([{ state: 'refused', problem: 'private' }]);
});

test('the list goes back page by page, and what is older than a month is forgotten', async () => {
  for (let number = 0; number < 5; number += 1) {
    await owner`insert into pings (channel, endpoint) values ('indexNow', ${engine.url})`;
  }
  const seen: string[] = [];
  for (let before: string | null = null, more = true; more; more = before !== null) {
    const page: Awaited<ReturnType<typeof listPings>> = await listPings({ before }, 2);
    seen.push(...page.lines.map(({ id }) => id));
    before = page.before;
  }
  expect(seen).toEqual([...new Set(seen)].sort().reverse());
  expect(seen).toHaveLength(5);
  await owner`update pings set opened_at = now() - interval '32 days' where id in ${owner(seen.slice(0, 3))}`;
  await forgetPings();
  expect((await listPings({ before: null })).lines).toHaveLength(2);
});
