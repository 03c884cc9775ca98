import * as fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { archiveArticle } from '#features/article/commands/archive-article.ts';
import { killArticle } from '#features/article/commands/kill-article.ts';
import { publishArticle } from '#features/article/commands/publish-article.ts';
import { sampleArticle, sampleSection, tester } from '#features/article/testing/sample-article.ts';
import { changeSettings } from '#features/settings/commands/change-settings.ts';
import { systemActor } from '#features/user/actor.ts';
import { recordViews } from '#features/view/commands/record-views.ts';
import { withTrace } from '#lib/trace.ts';
import type { RankingSpan } from '#lib/vocabulary.ts';
import { readMostReadOfSections, readMostViewed, readSpan } from './queries.ts';
import { refreshRankings } from './refresh-rankings.ts';

const { owner } = await testDatabase();
const hour = 3_600_000;
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

const viewed = (articleId: string, human: number, hoursAgo = 1) =>
  recordViews([
    {
      ...{ articleId, source: 'direct', human, filtered: 100 * hoursAgo },
      minute: Math.floor((Date.now() - hoursAgo * hour) / hour) * hour,
    },
  ]);
const ranking = async () => {
  await refreshRankings();
  return (await readMostViewed()).map(({ card, views }) => `${card.headline} ${views}`);
};
const listed = async (span: RankingSpan, sectionId: string | null = null) => {
  await refreshRankings();
  return (await readSpan(span, sectionId)).map(({ card }) => card.headline);
};

test('the ranking counts what people viewed in the last 24 hours, not machines and not earlier days', async () => {
  const [old, read, most] = [await published('Old favourite'), await published('Read'), await published('Most read')];
  await viewed(old, 500, 26);
  await viewed(old, 1);
  await viewed(read, 3);
  await viewed(most, 2);
  await viewed(most, 12, 20);
  expect(await ranking()).toEqual(['Most read 14', 'Read 3', 'Old favourite 1']);
});

test('each span has its own list, and a section counts what is under it', async () => {
  const coast = await sampleSection('coast', world);
  const [now, today, thisWeek] = [
    await published('Now', coast),
    await published('Today', sport),
    await published('This week', world),
  ];
  await viewed(now, 1, 0);
  await viewed(today, 50, 5);
  await viewed(thisWeek, 500, 100);
  expect(await listed('hour')).toEqual(['Now']);
  expect(await listed('day')).toEqual(['Today', 'Now']);
  expect(await listed('week')).toEqual(['This week', 'Today', 'Now']);
  expect(await listed('week', world)).toEqual(['This week', 'Now']);
  expect(await listed('week', coast)).toEqual(['Now']);
  expect(await listed('day', sport)).toEqual(['Today']);
});

test('views that are more recent never rank a story lower, all else equal', async () => {
  const [one, other] = [await published('One'), await published('Other')];
  const hoursAgo = fc.integer({ min: 0, max: 23 });
  const views = fc.array(fc.record({ hoursAgo, human: fc.integer({ min: 1, max: 50 }) }), {
    minLength: 1,
    maxLength: 5,
  });
  await fc.assert(
    fc.asyncProperty(views, fc.nat(4), fc.integer({ min: 1, max: 23 }), async (counts, which, later) => {
      await owner`truncate view_buckets, rankings`;
      const moved = counts.map((count, index) =>
        index === which % counts.length ? { ...count, hoursAgo: Math.max(0, count.hoursAgo - later) } : count,
      );
      fc.pre(moved.some((count, index) => count.hoursAgo !== counts[index]?.hoursAgo));
      for (const count of counts) await viewed(one, count.human, count.hoursAgo);
      for (const count of moved) await viewed(other, count.human, count.hoursAgo);
      expect((await listed('day'))[0]).toBe('Other');
      expect((await listed('week'))[0]).toBe('Other');
    }),
    { numRuns: 30 },
  );
});

test('what has not changed is not written again, and what was read no more leaves the list', async () => {
  const story = await published('Read once');
  await viewed(story, 3);
  expect(await refreshRankings()).toBe(6);
  expect(await refreshRankings()).toBe(0);
  await owner`truncate view_buckets`;
  expect(await refreshRankings()).toBe(6);
  expect(await readSpan('day', null)).toEqual([]);
});

test('the half-life of the settings decides what lasts', async () => {
  const [early, late] = [await published('Early'), await published('Late')];
  await viewed(early, 30, 12);
  await viewed(late, 10, 0);
  await changeSettings(systemActor('test'), { rankingHalfLife: 24 });
  expect(await listed('day')).toEqual(['Early', 'Late']);
  await changeSettings(systemActor('test'), { rankingHalfLife: 2 });
  expect(await listed('day')).toEqual(['Late', 'Early']);
});

test('the ranking has only what somebody has read', async () => {
  const read = await published('Read');
  await published('Newer');
  await viewed(read, 1);
  expect(await ranking()).toEqual(['Read 1']);
});

test('each section at the top of the tree names its own, the first of each before the second of any', async () => {
  const coast = await sampleSection('coast', world);
  await viewed(await published('Below', coast), 9);
  await viewed(await published('World'), 5);
  await viewed(await published('Sport', sport), 1);
  await refreshRankings();
  const read = await readMostReadOfSections();
  expect(read.map(({ card, section }) => `${card.headline} in ${section}`)).toEqual([
    'Below in World',
    'Sport in Sport',
    'World in World',
  ]);
});

test('the ranking has no story that was killed, archived or is hidden, however much it was read', async () => {
  const [killed, archived] = [await published('Killed'), await published('Archived')];
  for (const id of [killed, archived]) await viewed(id, 50);
  await killArticle(tester, { articleId: killed });
  await archiveArticle(tester, { articleId: archived });
  expect(await ranking()).toEqual([]);
});

test('the ranking goes down to what is public however many of the most read have left it', async () => {
  const stays = await Promise.all(['Third', 'Second', 'First'].map((headline) => published(headline)));
  for (const [index, id] of stays.entries()) await viewed(id, index + 1);
  // More than are looked up at first, put in by SQL for speed.
  await owner`
    with gone as (insert into articles (state) select 'killed' from generate_series(1, 300) returning id)
    insert into view_buckets (article_id, hour, human) select id, date_trunc('hour', now()), 50 from gone`;
  await owner`
    with gone as (insert into articles (state) select 'killed' from generate_series(1, 300) returning id)
    insert into view_buckets (article_id, hour, human)
    select id, date_trunc('hour', now()), 100 + row_number() over () from gone`;
  expect(await ranking()).toEqual(['First 3', 'Second 2', 'Third 1']);
});

test('among stories viewed equally often the newest lead, however many there are', async () => {
  const names = Array.from({ length: 12 }, (_, index) => `Story ${index}`);
  for (const name of names) await viewed(await published(name), 5);
  await owner`
    with others as (insert into articles (state) select 'killed' from generate_series(1, 250) returning id)
    insert into view_buckets (article_id, hour, human) select id, date_trunc('hour', now()), 5 from others`;
  expect(await ranking()).toEqual(names.toReversed().map((name) => `${name} 5`));
});

test('a page with a ranking is made anew within five minutes, since votes and views purge nothing', async () => {
  const { trace } = await withTrace(readMostViewed);
  expect(trace.validUntil).toBeLessThanOrEqual(Date.now() + 5 * 60_000);
});
