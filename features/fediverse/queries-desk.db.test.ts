import { afterAll, beforeEach, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { tester } from '#features/article/testing/sample-article.ts';
import { createByline } from '#features/byline/commands/create-byline.ts';
import { amendEnvironment } from '#lib/env.ts';
import { listDeliveries, listFollowed } from './queries-desk.ts';
import { deliveriesQuery } from './schema-desk.ts';
import { followedSite } from './testing/followed-site.ts';

amendEnvironment({ SITE_URL: 'https://news.example', BROADSHEET_SECRET: 'a secret of at least 32 characters' });
const { owner } = await testDatabase();
const site = await followedSite(owner);
const { other, follow, work, published } = site;

beforeEach(site.reset);
afterAll(() => other.stop());

test('the desk sees how many follow the site and each author, by the name that is looked for', async () => {
  const kim = (await createByline(tester, { handle: 'kim', name: 'Kim' })).bylineId;
  const jose = (await createByline(tester, { handle: 'josé', name: 'José' })).bylineId;
  await createByline(tester, { handle: 'nobody', name: 'Not followed' });
  for (const inbox of ['https://a.example/1/inbox', 'https://b.example/2/inbox']) await follow(jose, inbox);
  await follow(kim);
  await follow(null);
  expect(await listFollowed()).toEqual([
    { bylineId: null, name: 'Broadsheet', account: '@news.example@news.example', followers: 1 },
    { bylineId: jose, name: 'José', account: `@author-${jose.replaceAll('-', '')}@news.example`, followers: 2 },
    { bylineId: kim, name: 'Kim', account: '@kim@news.example', followers: 1 },
  ]);
});

test('the desk sees what was sent to whom and what was answered, page by page', async () => {
  const inboxes = [1, 2, 3].map((number) => `${other.url}/users/${number}/inbox`);
  for (const inbox of inboxes) await follow(null, inbox, null);
  other.answers['/users/2/inbox'] = 503;
  const first = await published({ headline: 'First' });
  const second = await published({ headline: 'Second' });
  await work();
  const seen: string[] = [];
  let before: string | null = null;
  do {
    const page = await listDeliveries(deliveriesQuery.parse({ before }), 2);
    seen.push(
      ...page.lines.map(({ story, inbox, state, status, answer }) =>
        [story?.id, inbox, state, status, answer].join(' '),
      ),
    );
    before = page.before;
  } while (before);
  const expected = [second, first].flatMap((id) =>
    inboxes.toReversed().map((inbox) => {
      const [state, status] = inbox.includes('/2/') ? ['waiting', 503] : ['taken', 202];
      return `${id} ${inbox} ${state} ${status} answer of ${new URL(inbox).pathname}`;
    }),
  );
  expect(seen).toEqual(expected);
});

test.each(['', 'x', "1' or true", '0199aaaa-0000-7000-8000-000000000001'])(
  'a place in the list that is none is as good as none: %s',
  (before) => {
    expect(deliveriesQuery.parse({ before })).toEqual({ before: null });
  },
);
