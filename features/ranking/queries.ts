import 'server-only';
import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { articlesPublic } from '#db/schema/publication.ts';
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
  const among = await readAmong(lookedUp);
  const enough = among.length >= depth || (among[0]?.viewed ?? lookedUp) < lookedUp;
  const rows = enough ? among : await readAmong(null);
  const cards = await toCards(rows);
  return cards.map((card, index) => ({ card, views: rows[index]?.views ?? 0 }));
});

/**
 * Of how many it is looked up whether they are public: more than the ranking takes, since some have left the public.
 * Where too many have, all are looked up. Thousands are viewed in a day, and to look them up costs more than to count.
 */
const lookedUp = 200;

/** The best of the `most` that were viewed most, and of those viewed as often as the last of them. */
function readAmong(most: number | null) {
  const counted = sql`(
    select article_id, views, (count(*) over ())::int as viewed from (
      select article_id, sum(human)::int as views from view_buckets
      where hour > now() - interval '24 hours'
      group by article_id having sum(human) > 0
      order by views desc ${most === null ? sql`` : sql`fetch first (${most}::bigint) rows with ties`}) best) as counted`;
  return database()
    .select({ ...cardColumns, views: sql<number>`counted.views`, viewed: sql<number>`counted.viewed` })
    .from(counted)
    .innerJoin(
      articlesPublic,
      and(eq(articlesPublic.articleId, sql`counted.article_id`), eq(articlesPublic.archived, false)),
    )
    .orderBy(sql`counted.views desc`, desc(articlesPublic.firstPublishedAt), asc(articlesPublic.articleId))
    .limit(depth);
}
