import 'server-only';
import { and, asc, desc, eq, gt, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { articlesPublic } from '#db/schema/publication.ts';
import { viewBuckets } from '#db/schema/view.ts';
import { cardColumns, toCards } from '#features/article/cards.ts';
import { recordForMinutes } from '#features/article/clock.ts';
import { distinctStories } from '#features/article/distinct-stories.ts';
import type { RankedCard } from '#features/article/dto.ts';
import { readNewest } from '#features/article/lists.ts';
import { keptRead } from '#lib/kept-reads.ts';

/** How far down the ranking goes, which is further than any list shows. */
const depth = 40;

/**
 * What people read most in the last 24 hours, best first; with fewer such stories than asked for, the newest follow,
 * with 0 views. Never the story `except`, never one headline twice.
 */
export async function readRanking(size: number, except?: string): Promise<RankedCard[]> {
  const [read, newest] = await Promise.all([readMostViewed(), readNewest()]);
  const views = new Map(read.map((ranked) => [ranked.card.id, ranked.views]));
  return distinctStories([...read.map(({ card }) => card), ...newest], except ? [except] : [])
    .slice(0, size)
    .map((card) => ({ card, views: views.get(card.id) ?? 0 }));
}

/** The stories that people viewed in the last 24 hours, most viewed first. */
export const readMostViewed = keptRead('most viewed', async (): Promise<RankedCard[]> => {
  recordForMinutes();
  const counted = database()
    .select({ articleId: viewBuckets.articleId, views: sql<number>`sum(${viewBuckets.human})::int`.as('views') })
    .from(viewBuckets)
    .where(gt(viewBuckets.hour, sql`now() - interval '24 hours'`))
    .groupBy(viewBuckets.articleId)
    .having(gt(sql`sum(${viewBuckets.human})`, 0))
    .as('counted');
  const rows = await database()
    .select({ ...cardColumns, views: counted.views })
    .from(counted)
    .innerJoin(articlesPublic, and(eq(articlesPublic.articleId, counted.articleId), eq(articlesPublic.archived, false)))
    .orderBy(desc(counted.views), desc(articlesPublic.firstPublishedAt), asc(articlesPublic.articleId))
    .limit(depth);
  const cards = await toCards(rows);
  return cards.map((card, index) => ({ card, views: rows[index]?.views ?? 0 }));
});
