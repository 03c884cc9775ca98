import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { killArticle } from '#features/article/commands/kill-article.ts';
import { tester } from '#features/article/testing/sample-article.ts';
import { amendEnvironment } from '#lib/env.ts';
import { deliverActivity } from './commands/deliver-activity.ts';
import { forgetFediverse } from './commands/forget-fediverse.ts';
import { followedSite } from './testing/followed-site.ts';

const url = 'https://news.example';
amendEnvironment({ SITE_URL: url, BROADSHEET_SECRET: 'a secret of at least 32 characters' });
const { owner } = await testDatabase();
const site = await followedSite(owner);
const { other, follow, work, hurry, published, republish, said, states } = site;

beforeEach(site.reset);
afterAll(() => other.stop());

describe('a server that does not take what it is sent', () => {
  test('is tried again later, and given up after three days', async () => {
    await follow(null);
    await follow(null, `${other.url}/users/solo/inbox`, null);
    other.answers['/inbox'] = 503;
    await published();
    await work();
    const waits = async () => {
      const [job] = await owner`select extract(epoch from run_at - now()) as seconds from graphile_worker._private_jobs
        where key like 'deliver:%'`;
      return job && Math.round(Number(job.seconds) / 60);
    };
    expect(await waits()).toBe(1);
    expect((await states()).map(({ state, status }) => [state, status])).toEqual([
      ['waiting', 503],
      ['taken', 202],
    ]);
    other.arrived.length = 0;
    await hurry();
    await work();
    expect(said().map(({ to }) => to)).toEqual(['/inbox']);
    expect(await waits()).toBe(5);
    for (let attempt = 3; attempt <= 9; attempt += 1) {
      await hurry();
      await work();
    }
    expect(await waits()).toBeUndefined();
    expect((await states())[0]).toMatchObject({ state: 'failed', attempts: 9, answer: 'answer of /inbox' });
  });

  test('holds up nobody: who took something is told first, and what is left over is done when its turn comes', async () => {
    const inboxes = Array.from({ length: 25 }, (_, index) => `${other.url}/users/none${index + 10}/inbox`);
    for (const inbox of inboxes) await follow(null, inbox, null);
    await follow(null);
    await owner`insert into fediverse_inboxes (inbox) values (${`${other.url}/inbox`})`;
    for (const inbox of inboxes) other.answers[new URL(inbox).pathname] = 503;
    await published();
    await work('tell-followers');
    const [job] = await owner`select id from fediverse_activities`;
    const due = () =>
      owner`select from graphile_worker._private_jobs where key = ${`deliver:${job?.id}`} and run_at <= now()`;
    await owner`delete from graphile_worker._private_jobs`;
    const attempts = async () =>
      Object.groupBy(
        (await states()).map((state) => state.attempts as number),
        String,
      );
    await deliverActivity(job?.id, other.network, 0);
    expect((await states()).filter(({ state }) => state === 'taken').map(({ inbox }) => inbox)).toEqual([
      `${other.url}/inbox`,
    ]);
    expect((await attempts())[0]).toHaveLength(16);
    expect(await due()).toHaveLength(1);
    await deliverActivity(job?.id, other.network, 0);
    await deliverActivity(job?.id, other.network, 0);
    expect((await attempts())[1]).toHaveLength(26);
    expect(await due()).toHaveLength(0);
  });

  test('has what it is told last the newest words, and nothing of what is gone', async () => {
    await follow(null);
    other.answers['/inbox'] = 500;
    const articleId = await published({ headline: 'One' });
    await work();
    await republish(articleId, { headline: 'Two' });
    await work();
    await republish(articleId, { headline: 'Three' });
    await work();
    other.arrived.length = 0;
    other.answers['/inbox'] = 202;
    await hurry();
    await work();
    expect(said().map(({ type, object }) => [type, object.name])).toEqual([
      ['Create', 'Three'],
      ['Update', 'Three'],
    ]);
    other.answers['/inbox'] = 500;
    const second = await published({ headline: 'Lost' });
    await work();
    await killArticle(tester, { articleId: second });
    other.answers['/inbox'] = 202;
    other.arrived.length = 0;
    await work();
    await hurry();
    await work();
    expect(said().map(({ type }) => type)).toEqual(['Delete']);
  });

  test.each([
    [other.url.replace('127.0.0.1', '10.0.0.7'), 'private'],
    [`${other.url.replace(/:\d+$/, '')}:1/inbox`, 'port'],
  ])('is not even asked where it is none of the internet: %s', async (inbox, reason) => {
    await follow(null, inbox, null);
    await published();
    await work();
    expect(await states()).toEqual([expect.objectContaining({ state: 'refused', status: null, answer: reason })]);
  });

  test('for good is not asked again, and whoever is gone follows no more', async () => {
    await follow(null, `${other.url}/users/old/inbox`, null);
    await follow(null, `${other.url}/users/no/inbox`, null);
    other.answers['/users/old/inbox'] = 410;
    other.answers['/users/no/inbox'] = 404;
    await published();
    await work();
    expect((await states()).map(({ state, status }) => [state, status])).toEqual([
      ['refused', 404],
      ['refused', 410],
    ]);
    expect((await owner`select inbox from fediverse_followers`).map(({ inbox }) => inbox)).toEqual([
      `${other.url}/users/no/inbox`,
    ]);
  });
});

test('what is over is forgotten: what came, what was sent, and servers that are no more', async () => {
  await follow(null);
  await follow(null, `${other.url}/users/dead/inbox`, null);
  await published();
  await work();
  await owner`insert into fediverse_received values ('https://a.example/1', now() - interval '25 hours'), ('https://a.example/2', now())`;
  await owner`update fediverse_deliveries set state = 'failed', changed_at = now() - interval '15 days' where inbox like '%dead%'`;
  await forgetFediverse();
  expect((await owner`select activity from fediverse_received`).map(({ activity }) => activity)).toEqual([
    'https://a.example/2',
  ]);
  expect((await owner`select inbox from fediverse_followers`).map(({ inbox }) => inbox)).toEqual([
    `${other.url}/users/ann/inbox`,
  ]);
  expect(await states()).toHaveLength(2);
  await owner`update fediverse_activities set created_at = now() - interval '31 days'`;
  await forgetFediverse();
  expect(await states()).toEqual([]);
});
