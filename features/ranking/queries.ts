import 'server-only';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { articlesPublic } from '#db/schema/publication.ts';
import { rankings } from '#db/schema/ranking.ts';
import { cardColumns, toCards } from '#features/article/cards.ts';
import { recordForMinutes } from '#features/article/clock.ts';
import { distinctStories } from '#features/article/distinct-stories.ts';
import type { RankedCard } from '#features/article/dto.ts';
import { readNewest } from '#features/article/lists.ts';
import { keptRead } from '#lib/kept-reads.ts';
import type { RankingSpan } from '#lib/vocabulary.ts';

/**
 * What people read most of late, best first; with fewer such stories than asked for, the newest follow, with 0 views.
 * Never the story `except`, never one headline twice.
 */
export async function readRanking(size: number, except?: string): Promise<RankedCard[]> {
  const [read, newest] = await Promise.all([readMostViewed(), readNewest()]);
  const views = new Map(read.map((ranked) => [ranked.card.id, ranked.views]));
  return distinctStories([...read.map(({ card }) => card), ...newest], except ? [except] : [])
    .slice(0, size)
    .map((card) => ({ card, views: views.get(card.id) ?? 0 }));
}

/** The stories that people viewed most of late, best first. */
export const readMostViewed = keptRead('most viewed', () => readSpan('day', null));

/**
 * The ranking of the site, or of a section with those under it, over a span, as it was last worked out: the stories that
 * are public now and in no archive, best first, no headline twice.
 */
export async function readSpan(span: RankingSpan, sectionId: string | null): Promise<RankedCard[]> {
  recordForMinutes();
  const of = sectionId === null ? isNull(rankings.sectionId) : eq(rankings.sectionId, sectionId);
  const rows = await database()
    .select({ ...cardColumns, views: rankings.views })
    .from(rankings)
    .innerJoin(
      articlesPublic,
      and(eq(articlesPublic.articleId, rankings.articleId), eq(articlesPublic.archived, false)),
    )
    .where(and(of, eq(rankings.span, span)))
    .orderBy(asc(rankings.position));
  const views = new Map(rows.map(({ id, views }) => [id, views]));
  return distinctStories(await toCards(rows)).map((card) => ({ card, views: views.get(card.id) ?? 0 }));
}
