import { beforeEach, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { killArticle } from '#features/article/commands/kill-article.ts';
import { publishArticle } from '#features/article/commands/publish-article.ts';
import type { ArticleCard } from '#features/article/dto.ts';
import { findCard } from '#features/article/queries.ts';
import { sampleArticle, sampleSection, tester } from '#features/article/testing/sample-article.ts';
import { pinArticle } from '#features/pin/commands/pin-article.ts';
import { refreshRankings } from '#features/ranking/refresh-rankings.ts';
import { recordViews } from '#features/view/commands/record-views.ts';
import { withTrace } from '#lib/trace.ts';
import { forgetCoReads, recordCoReads } from './commands/record-co-reads.ts';
import { readStoryLists } from './queries.ts';
import { readCoRead } from './queries-co-reads.ts';

const { owner } = await testDatabase();
let world = '';
let sport = '';

beforeEach(async () => {
  await owner`truncate articles, sections, view_buckets, settings cascade`;
  world = await sampleSection('world');
  sport = await sampleSection('sport');
});

async function published(headline: string, sectionId = world): Promise<string> {
  const { articleId } = await sampleArticle({ sectionId, headline });
  await publishArticle(tester, { articleId });
  return articleId;
}

const viewed = (articleId: string, human: number) =>
  recordViews([{ articleId, minute: Math.floor(Date.now() / 60_000) * 60_000, source: 'direct', human, filtered: 0 }]);
const card = async (id: string) => (await findCard(id)) as ArticleCard;
const recommended = async (id: string) =>
  (await readStoryLists(await card(id))).recommendations.map(
    ({ card: { headline }, reason }) => `${headline}: ${reason}`,
  );
const readWith = async (id: string) => (await readCoRead(id)).map(({ headline }) => headline);

test('recommendations come from the pins, what was read with it, what is read elsewhere, and what is new', async () => {
  for (let number = 0; number < 30; number += 1) await published(`Filler ${number}`);
  const self = await published('Self');
  const pinned = await published('Pinned');
  const withIt = await published('Read with it');
  const readThere = await published('Read there', sport);
  await published('New there', sport);
  // Eight that are read more stand in the ranking beside it.
  const rows = await owner<{ id: string }[]>`select id from articles where headline like 'Filler%' limit 8`;
  for (const { id } of rows) await viewed(id, 5);
  await viewed(readThere, 1);
  await refreshRankings();
  await recordCoReads([{ articleId: self, otherId: withIt, readers: 5 }]);
  await pinArticle(tester, { place: 'recommendation', articleId: pinned });
  await pinArticle(tester, { place: 'recommendation', articleId: self });
  expect((await recommended(self)).slice(0, 4)).toEqual([
    'Pinned: pinned',
    'Read with it: co_read',
    'Read there: read',
    'New there: new',
  ]);
});

test('a pin whose time is over recommends nothing, and the page knows when that will be', async () => {
  const [self, brief] = [await published('Self'), await published('Brief')];
  const endsAt = new Date(Date.now() + 2 * 60_000);
  await pinArticle(tester, { place: 'recommendation', articleId: brief, endsAt });
  const own = await card(self);
  const { value, trace } = await withTrace(() => readStoryLists(own));
  expect(value.recommendations).toMatchObject([{ reason: 'pinned' }]);
  expect(trace.validUntil).toBe(endsAt.getTime());
  await owner`update pins set starts_at = now() - interval '2 hours', ends_at = now() - interval '1 hour'`;
  expect((await readStoryLists(own)).recommendations).toMatchObject([{ reason: 'new' }]);
});

test('what editors keep out is not recommended until that ends', async () => {
  const [self, unwanted] = [await published('Self'), await published('Unwanted')];
  expect(await recommended(self)).toEqual(['Unwanted: new']);
  const endsAt = new Date(Date.now() + 60_000);
  await pinArticle(tester, { place: 'unrecommended', articleId: unwanted, endsAt });
  const own = await card(self);
  const { value, trace } = await withTrace(() => readStoryLists(own));
  expect(value.recommendations).toEqual([]);
  expect(trace.validUntil).toBe(endsAt.getTime());
  await owner`update pins set starts_at = now() - interval '2 hours', ends_at = now() - interval '1 hour'`;
  expect(await recommended(self)).toEqual(['Unwanted: new']);
});

test('of what was read with a story, what everybody reads stands behind what its own readers read', async () => {
  const [self, everybodys, own] = [await published('Self'), await published('Everybody’s'), await published('Own')];
  await viewed(everybodys, 10_000);
  await viewed(own, 20);
  await recordCoReads([
    { articleId: everybodys, otherId: self, readers: 30 },
    { articleId: self, otherId: own, readers: 5 },
  ]);
  await recordCoReads([{ articleId: self, otherId: own, readers: 6 }]);
  expect(await readWith(self)).toEqual(['Own', 'Everybody’s']);
  expect(await readWith(own)).toEqual(['Self']);
});

test('a kill leaves what was read together at once, and no pair is written of what is not public', async () => {
  const [self, killed] = [await published('Self'), await published('Killed')];
  await recordCoReads([{ articleId: self, otherId: killed, readers: 5 }]);
  await killArticle(tester, { articleId: killed });
  expect(await readWith(self)).toEqual([]);
  await owner`truncate co_reads`;
  const nobodys = '00000000-0000-4000-8000-000000000000';
  await recordCoReads([
    { articleId: self, otherId: killed, readers: 5 },
    { articleId: nobodys, otherId: self, readers: 5 },
  ]);
  expect(await owner`select from co_reads`).toHaveLength(0);
});

test('pairs to which nobody adds are forgotten after a month', async () => {
  const [self, other] = [await published('Self'), await published('Other')];
  await recordCoReads([{ articleId: self, otherId: other, readers: 5 }]);
  await forgetCoReads();
  expect(await readWith(self)).toEqual(['Other']);
  await owner`update co_reads set last_on = last_on - 31`;
  await forgetCoReads();
  expect(await owner`select from co_reads`).toHaveLength(0);
});
