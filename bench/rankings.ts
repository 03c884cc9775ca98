import type postgres from 'postgres';
import { readAnalytics } from '#features/analytics/queries.ts';
import { readNewest } from '#features/article/lists.ts';
import { readMostReadOfSections, readMostViewed, readSpan } from '#features/ranking/queries.ts';
import { refreshRankings } from '#features/ranking/refresh-rankings.ts';
import { readCoRead } from '#features/recommendation/queries-co-reads.ts';
import { readRelated } from '#features/related/queries.ts';
import { systemActor } from '#features/user/actor.ts';
import { rankingSpans } from '#lib/vocabulary.ts';

export interface RankingTimes {
  /** The hourly counts of the week that are added up. */
  readonly buckets: number;
  readonly refreshMilliseconds: readonly number[];
  /** Of the lists around a story, each by itself: rankings, what is related, what its readers also read. */
  readonly readMilliseconds: readonly number[];
  /** Of all that the desk sees of thirty days. */
  readonly analyticsMilliseconds: readonly number[];
}

const refreshes = 5;
const reads = 40;

/** How long it takes to work out the rankings of the site that commands go to, and to read what was counted. */
export async function measureRankings(sql: postgres.Sql): Promise<RankingTimes> {
  const [counted] = await sql<{ buckets: number }[]>`
    select count(*)::int as buckets from view_buckets where hour > now() - interval '7 days' and human > 0`;
  const refreshMilliseconds: number[] = [];
  for (let turn = 0; turn < refreshes; turn += 1) refreshMilliseconds.push(await time(refreshRankings));
  const [story] = await readNewest();
  if (!story) throw new Error('There is no story to read the lists of.');
  const readings = [
    ...[readMostViewed, readMostReadOfSections, () => readRelated(story), () => readCoRead(story.id)],
    ...rankingSpans.map((span) => () => readSpan(span, null)),
  ];
  const readMilliseconds: number[] = [];
  for (let turn = 0; turn <= reads; turn += 1) {
    for (const read of readings) {
      const took = await time(read);
      if (turn > 0) readMilliseconds.push(took);
    }
  }
  const analyticsMilliseconds: number[] = [];
  for (let turn = 0; turn < refreshes; turn += 1) {
    analyticsMilliseconds.push(await time(() => readAnalytics(systemActor('bench'), 'month')));
  }
  return { buckets: counted?.buckets ?? 0, refreshMilliseconds, readMilliseconds, analyticsMilliseconds };
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
