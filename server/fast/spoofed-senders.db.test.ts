import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { publishArticle } from '#features/article/commands/publish-article.ts';
import { sampleArticle, sampleSection, tester } from '#features/article/testing/sample-article.ts';
import { voteLimits } from '#features/vote/limits.ts';
import { amendEnvironment } from '#lib/env.ts';
import { serve } from './testing/serve.ts';
import { flushViews } from './view-flush.ts';
import { handleViews } from './views.ts';
import { handleVotes } from './votes.ts';

// No proxy is trusted: whatever a request says of its way is made up.
amendEnvironment({ BROADSHEET_SECRET: 'a secret of at least 32 characters', TRUSTED_PROXIES: '' });
const { owner } = await testDatabase();
const votes = await serve(handleVotes);
const views = await serve(handleViews);
let articleId = '';

beforeAll(async () => {
  ({ articleId } = await sampleArticle({ sectionId: await sampleSection('world') }));
  await publishArticle(tester, { articleId });
});

/** As if each request had come another way, from another network. */
const disguise = (number: number) => ({
  'x-forwarded-for': `198.51.${number}.7`,
  forwarded: `for=198.51.${number}.7`,
  'x-real-ip': `198.51.${number}.7`,
  'x-client-ip': `198.51.${number}.7`,
  'cf-connecting-ip': `198.51.${number}.7`,
  via: `1.1 proxy-${number}`,
});

test('nobody escapes the limit on votes by saying that they come from elsewhere', async () => {
  const statuses: number[] = [];
  for (let number = 0; number <= voteLimits.network; number += 1) {
    const body = new URLSearchParams({ articleId, intent: 'withdraw' });
    statuses.push((await fetch(votes, { method: 'POST', body, headers: disguise(number) })).status);
  }
  expect(statuses.filter((status) => status === 200)).toHaveLength(voteLimits.network);
  expect(statuses.at(-1)).toBe(429);
});

test('nobody is counted as many readers by saying that they come from elsewhere', async () => {
  for (let number = 0; number < 10; number += 1) {
    const headers = {
      ...disguise(number),
      origin: views,
      'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0',
    };
    const body = new URLSearchParams({ article: articleId });
    expect((await fetch(views, { method: 'POST', body, headers })).status).toBe(204);
  }
  expect(await flushViews()).toBe(true);
  const [total] = await owner`select human::int from view_totals where article_id = ${articleId}`;
  expect(total?.human).toBe(1);
});
