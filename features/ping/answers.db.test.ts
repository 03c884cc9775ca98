import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { publishArticle } from '#features/article/commands/publish-article.ts';
import { sampleArticle, sampleSection, tester } from '#features/article/testing/sample-article.ts';
import { forgetPings } from '#features/ping/commands/forget-pings.ts';
import { sendPing } from '#features/ping/commands/send-ping.ts';
import { listPings } from '#features/ping/queries.ts';
import { sampleEndpoint } from '#features/ping/testing/sample-endpoint.ts';
import { waitingJobs } from '#features/ping/testing/waiting-jobs.ts';
import { changeSettings } from '#features/settings/commands/change-settings.ts';
import { amendEnvironment } from '#lib/env.ts';

const { owner } = await testDatabase();
const { gatherDue, pingIds, jobs } = waitingJobs(owner);
const engine = await sampleEndpoint();
amendEnvironment({ SITE_URL: 'https://news.example', BROADSHEET_SECRET: 's'.repeat(40), INDEXNOW_URL: engine.url });
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
  engine.retryAfter = undefined;
  await changeSettings(tester, { indexNow: 'on', webSubHub: '' });
});

async function published(headline: string): Promise<string> {
  const { articleId } = await sampleArticle({ sectionId: world, headline });
  await publishArticle(tester, { articleId });
  return articleId;
}

const urls = (index: number): string[] => JSON.parse(engine.told.at(index)?.body ?? '{}').urlList;

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

test.each([
  ['3600', 3600],
  ['999999999', 86_400],
])('who asks for patience (Retry-After: %s) is asked again after that, within the day', async (retryAfter, seconds) => {
  await published(`Patience ${seconds}`);
  await gatherDue();
  const [id = ''] = await pingIds();
  engine.answers = [429];
  engine.retryAfter = retryAfter;
  await sendPing(id);
  const [job] = await jobs('send-ping');
  expect(job?.payload).toEqual({ pingId: id });
  expect(Math.abs((job?.inSeconds ?? 0) - seconds)).toBeLessThan(60);
  expect((await listPings({ before: null })).lines).toMatchObject([{ state: 'waiting', attempts: 1, status: 429 }]);
  await sendPing(id);
  expect((await listPings({ before: null })).lines).toMatchObject([{ state: 'accepted', attempts: 2, status: 200 }]);
});

test.each([400, 403, 422, 301])('an answer of %i is final', async (status) => {
  await published(`Final ${status}`);
  await gatherDue();
  engine.answers = [status];
  for (const id of await pingIds()) await sendPing(id);
  expect((await listPings({ before: null })).lines).toMatchObject([{ state: 'refused', accepted: 0, status }]);
});

/** A ping that nobody has answered yet. */
async function unanswered(headline: string): Promise<string> {
  await published(headline);
  await gatherDue();
  const [id = ''] = await pingIds();
  engine.answers = [503];
  await expect(sendPing(id)).rejects.toThrow('503');
  return id;
}

const slugs = (index: number) => urls(index).map((url) => url.replace(/.*[/]/, ''));

test('what changes while nobody answers is told in the same ping when it is tried again', async () => {
  const id = await unanswered('Before');
  await published('Meanwhile');
  await gatherDue();
  expect(await pingIds()).toEqual([id]);
  await sendPing(id);
  expect(slugs(-1)).toEqual(['before', 'meanwhile']);
  expect((await listPings({ before: null })).lines).toMatchObject([{ state: 'accepted', count: 2, accepted: 2 }]);
});

test('a ping that has waited for an hour takes nothing more, nor does one that is under way', async () => {
  const id = await unanswered('First');
  await owner`update pings set opened_at = now() - interval '61 minutes'`;
  engine.answers = [503];
  await expect(sendPing(id)).rejects.toThrow('503');
  await published('Later');
  await gatherDue();
  const [, second = ''] = await pingIds();
  await owner`update pings set begun_at = now() where id = ${second}`;
  await published('Last');
  await gatherDue();
  const ids = await pingIds();
  expect(ids).toHaveLength(3);
  for (const one of ids) await sendPing(one);
  expect([slugs(-3), slugs(-2)]).toEqual([['first'], ['later']]);
  expect(slugs(-1)).toEqual(['last']);
});

test('one ping is sent at a time', async () => {
  await published('Queued');
  await gatherDue();
  const [row] = await owner`select queue_name from graphile_worker.jobs where task_identifier = 'send-ping'`;
  expect(row?.queue_name).toBe('pings');
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
