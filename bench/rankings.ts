import type postgres from 'postgres';
import { readMostReadOfSections, readMostViewed, readSpan } from '#features/ranking/queries.ts';
import { refreshRankings } from '#features/ranking/refresh-rankings.ts';
import { rankingSpans } from '#lib/vocabulary.ts';

export interface RankingTimes {
  /** The hourly counts of the week that are added up. */
  readonly buckets: number;
  readonly refreshMilliseconds: readonly number[];
  readonly readMilliseconds: readonly number[];
}

const refreshes = 5;
const reads = 40;

/** How long it takes to work out the rankings of the site that commands go to, and to read each of them. */
export async function measureRankings(sql: postgres.Sql): Promise<RankingTimes> {
  const [counted] = await sql<{ buckets: number }[]>`
    select count(*)::int as buckets from view_buckets where hour > now() - interval '7 days' and human > 0`;
  const refreshMilliseconds: number[] = [];
  for (let turn = 0; turn < refreshes; turn += 1) refreshMilliseconds.push(await time(refreshRankings));
  const readings = [readMostViewed, readMostReadOfSections, ...rankingSpans.map((span) => () => readSpan(span, null))];
  const readMilliseconds: number[] = [];
  for (let turn = 0; turn <= reads; turn += 1) {
    for (const read of readings) {
      const took = await time(read);
      if (turn > 0) readMilliseconds.push(took);
    }
  }
  return { buckets: counted?.buckets ?? 0, refreshMilliseconds, readMilliseconds };
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
