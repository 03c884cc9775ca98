import 'server-only';
import { and, asc, eq, isNull, lte } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { articlesPublic } from '#db/schema/publication.ts';
import { rankings } from '#db/schema/ranking.ts';
import { sections } from '#db/schema/section.ts';
import { cardColumns, toCards } from '#features/article/cards.ts';
import { recordForMinutes } from '#features/article/clock.ts';
import { distinctStories } from '#features/article/distinct-stories.ts';
import type { RankedCard } from '#features/article/dto.ts';
import { keptRead } from '#lib/kept-reads.ts';
import type { RankingSpan } from '#lib/vocabulary.ts';

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

/** How far down the ranking of each section. */
const ofEach = 3;

/** What people read most today in each section at the top of the tree: the first of each, then the second of each. */
export const readMostReadOfSections = keptRead('most viewed of sections', async () => {
  recordForMinutes();
  const rows = await database()
    .select({ ...cardColumns, ofSection: sections.name })
    .from(rankings)
    .innerJoin(sections, and(eq(sections.id, rankings.sectionId), isNull(sections.parentId)))
    .innerJoin(
      articlesPublic,
      and(eq(articlesPublic.articleId, rankings.articleId), eq(articlesPublic.archived, false)),
    )
    .where(and(eq(rankings.span, 'day'), lte(rankings.position, ofEach)))
    .orderBy(asc(rankings.position), asc(sections.position), asc(sections.name));
  const cards = await toCards(rows);
  return cards.map((card, index) => ({ card, section: rows[index]?.ofSection ?? card.section.name }));
});
