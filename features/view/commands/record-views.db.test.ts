import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { killArticle } from '#features/article/commands/kill-article.ts';
import { publishArticle } from '#features/article/commands/publish-article.ts';
import { sampleArticle, sampleSection, tester } from '#features/article/testing/sample-article.ts';
import { createByline } from '#features/byline/commands/create-byline.ts';
import { forgetViewMinutes } from './forget-view-minutes.ts';
import { recordViews } from './record-views.ts';

const { owner } = await testDatabase();
const minute = Date.UTC(2026, 4, 1, 12, 7);
const hour = new Date(Date.UTC(2026, 4, 1, 12));
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
  const later = minute + 3_600_000;
  const one = { articleId, source: 'direct' as const };
  await recordViews([
    { ...one, minute, human: 2, filtered: 0 },
    { ...one, minute: minute + 60_000, source: 'search', human: 0, filtered: 1 },
    { ...one, minute: later, human: 1, filtered: 0 },
  ]);
  await recordViews([{ ...one, minute: later, human: 4, filtered: 3 }]);
  expect(await bucketsOf(articleId)).toEqual([
    { hour, human: 2, filtered: 1 },
    { hour: new Date(hour.getTime() + 3_600_000), human: 5, filtered: 3 },
  ]);
  expect(await totalOf(articleId)).toEqual([{ human: 7, filtered: 4 }]);
});

test('views are added up by minute, source, section and byline', async () => {
  const culture = await sampleSection('culture');
  const named = (handle: string, name: string) => createByline(tester, { handle, name });
  const bylines = await Promise.all([named('ann', 'Ann Other'), named('ben', 'Ben Third')]);
  const bylineIds = bylines.map(({ bylineId }) => bylineId);
  const { articleId } = await sampleArticle({ sectionId: culture, headline: 'Shared out', bylineIds });
  await publishArticle(tester, { articleId });
  const at = (minutes: number, source: 'search' | 'own', human: number) => ({
    ...{ articleId, source, human, filtered: 1 },
    minute: minute + 86_400_000 + minutes * 60_000,
  });
  await recordViews([at(0, 'search', 2), at(1, 'search', 3), at(1, 'own', 4)]);
  await recordViews([at(1, 'own', 1)]);
  const minutes = await owner`
    select extract(minute from minute)::int as minute, source, human, filtered from view_minutes
    where article_id = ${articleId} order by minute, source`;
  expect([...minutes]).toEqual([
    { minute: 7, source: 'search', human: 2, filtered: 1 },
    { minute: 8, source: 'own', human: 5, filtered: 2 },
    { minute: 8, source: 'search', human: 3, filtered: 1 },
  ]);
  const shares = await owner`
    select part, coalesce(s.name, b.name, key) as name, human, filtered from view_shares
    left join sections s on s.id::text = key left join bylines b on b.id::text = key
    where hour = '2026-05-02 12:00Z' order by part, name`;
  expect([...shares]).toEqual([
    { part: 'byline', name: 'Ann Other', human: 10, filtered: 4 },
    { part: 'byline', name: 'Ben Third', human: 10, filtered: 4 },
    { part: 'section', name: 'Culture', human: 10, filtered: 4 },
    { part: 'source', name: 'own', human: 5, filtered: 2 },
    { part: 'source', name: 'search', human: 5, filtered: 2 },
  ]);
});

test('minutes are forgotten after an hour', async () => {
  const articleId = await publicStory('Read now and before');
  const ago = (minutes: number) => Math.floor(Date.now() / 60_000 - minutes) * 60_000;
  const one = { articleId, source: 'direct' as const, human: 1, filtered: 0 };
  await recordViews([ago(0), ago(50), ago(62)].map((minute) => ({ ...one, minute })));
  await forgetViewMinutes();
  const kept = await owner`select count(*)::int from view_minutes where article_id = ${articleId}`;
  expect([...kept]).toEqual([{ count: 2 }]);
  expect(await totalOf(articleId)).toEqual([{ human: 3, filtered: 0 }]);
});

test('views of what does not exist, is a draft or was killed are left out, and the others are kept', async () => {
  const [known, killed] = [await publicStory('Known'), await publicStory('Killed')];
  const { articleId: draft } = await sampleArticle({ sectionId, headline: 'Draft' });
  await killArticle(tester, { articleId: killed, reason: 'wrong' });
  const strangers = Array.from({ length: 1000 }, () => randomUUID());
  await recordViews(
    [...strangers, draft, killed, known].map((articleId) => ({
      articleId,
      minute,
      source: 'direct' as const,
      human: 1,
      filtered: 0,
    })),
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
  const one = stories.map((articleId) => ({
    ...{ articleId, minute, source: 'own' as const, human: 1, filtered: 1 },
  }));
  await Promise.all(Array.from({ length: 40 }, (_, index) => recordViews(index % 2 ? one : one.toReversed())));
  for (const articleId of stories) expect(await totalOf(articleId)).toEqual([{ human: 40, filtered: 40 }]);
});
