import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { killArticle } from '#features/article/commands/kill-article.ts';
import { publishArticle } from '#features/article/commands/publish-article.ts';
import { sampleArticle, sampleSection, tester } from '#features/article/testing/sample-article.ts';
import { recordViews } from './record-views.ts';

const { owner } = await testDatabase();
const hour = Date.UTC(2026, 4, 1, 12);
let sectionId = '';

beforeAll(async () => {
  sectionId = await sampleSection('world');
});

async function publicStory(headline: string): Promise<string> {
  const { articleId } = await sampleArticle({ sectionId, headline });
  await publishArticle(tester, { articleId });
  return articleId;
}

const bucketsOf = async (articleId: string) => [
  ...(await owner`select hour, human, filtered from view_buckets where article_id = ${articleId} order by hour`),
];
const totalOf = async (articleId: string) => [
  ...(await owner`select human::int, filtered::int from view_totals where article_id = ${articleId}`),
];

test('views add up by hour and in all', async () => {
  const articleId = await publicStory('Counted');
  const later = hour + 3_600_000;
  await recordViews([
    { articleId, hour, human: 2, filtered: 1 },
    { articleId, hour: later, human: 1, filtered: 0 },
  ]);
  await recordViews([{ articleId, hour: later, human: 4, filtered: 3 }]);
  expect(await bucketsOf(articleId)).toEqual([
    { hour: new Date(hour), human: 2, filtered: 1 },
    { hour: new Date(later), human: 5, filtered: 3 },
  ]);
  expect(await totalOf(articleId)).toEqual([{ human: 7, filtered: 4 }]);
});

test('views of what does not exist, is a draft or was killed are left out, and the others are kept', async () => {
  const [known, killed] = [await publicStory('Known'), await publicStory('Killed')];
  const { articleId: draft } = await sampleArticle({ sectionId, headline: 'Draft' });
  await killArticle(tester, { articleId: killed, reason: 'wrong' });
  const strangers = Array.from({ length: 1000 }, () => randomUUID());
  await recordViews(
    [...strangers, draft, killed, known].map((articleId) => ({ articleId, hour, human: 1, filtered: 0 })),
  );
  const [{ total, buckets }] = (await owner`select
    (select count(*)::int from view_totals where article_id = any(${[...strangers, draft, killed, known]})) as total,
    (select count(*)::int from view_buckets where article_id = any(${[...strangers, draft, killed, known]})) as buckets
  `) as unknown as [{ total: number; buckets: number }];
  expect({ total, buckets }).toEqual({ total: 1, buckets: 1 });
  expect(await totalOf(known)).toEqual([{ human: 1, filtered: 0 }]);
});

test('instances that write the same stories in any order at once lose nothing and do not lock each other out', async () => {
  const stories = await Promise.all(Array.from({ length: 8 }, (_, index) => publicStory(`Shared ${index}`)));
  const one = stories.map((articleId) => ({ articleId, hour, human: 1, filtered: 1 }));
  await Promise.all(Array.from({ length: 40 }, (_, index) => recordViews(index % 2 ? one : one.toReversed())));
  for (const articleId of stories) expect(await totalOf(articleId)).toEqual([{ human: 40, filtered: 40 }]);
});
