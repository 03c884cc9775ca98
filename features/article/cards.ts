import 'server-only';
import { inArray, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { database } from '#db/client.ts';
import { articlesPublic } from '#db/schema/publication.ts';
import type { Cursor } from '#features/article/cursor.ts';
import type { ArticleCard } from '#features/article/dto.ts';
import { articleHref } from '#features/article/href.ts';
import { picturesOf } from '#features/media/queries.ts';
import { sectionHref } from '#features/section/model.ts';
import { readSections } from '#features/section/queries.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { recordLastModified, recordServableUntil, recordTags } from '#lib/trace.ts';

/** The columns of a card. `micros` is the date of first publication to the microsecond, for cursors. */
export const cardColumns = {
  id: articlesPublic.articleId,
  sectionId: articlesPublic.sectionId,
  slug: articlesPublic.slug,
  kind: articlesPublic.kind,
  headline: articlesPublic.headline,
  kicker: articlesPublic.kicker,
  standfirst: articlesPublic.standfirst,
  language: articlesPublic.language,
  publishedAt: articlesPublic.firstPublishedAt,
  dateIs: articlesPublic.dateIs,
  updatedAt: articlesPublic.substantiveUpdateAt,
  effectiveFrom: articlesPublic.effectiveFrom,
  withdrawnAt: articlesPublic.withdrawnAt,
  heroAssetId: articlesPublic.heroAssetId,
  micros: microsOf(articlesPublic.firstPublishedAt),
};

/** A moment to the microsecond, as cursors carry it. */
export function microsOf(moment: AnyPgColumn) {
  return sql<string>`(extract(epoch from ${moment}) * 1000000)::bigint::text`.as('micros');
}

/** What comes after an edge in a list by (moment, id), falling unless it is said; nothing is asked without an edge. */
export function beyond(edge: Cursor | null, rising: boolean, moment: Column, id: Column): SQL | undefined {
  if (!edge) return undefined;
  const place = sql`(timestamptz 'epoch' + ${edge.micros}::bigint * interval '1 microsecond', ${edge.articleId}::uuid)`;
  return sql`(${moment}, ${id}) ${rising ? sql`>` : sql`<`} ${place}`;
}

type Column = SQL | AnyPgColumn;

export interface CardRow {
  id: string;
  sectionId: string;
  slug: string;
  kind: ArticleCard['kind'];
  headline: string;
  kicker: string;
  standfirst: string;
  language: string;
  publishedAt: Date;
  dateIs: ArticleCard['dateIs'];
  updatedAt: Date | null;
  effectiveFrom: Date;
  withdrawnAt: Date | null;
  heroAssetId: string | null;
  micros: string;
}

/** The cards of these rows in their order. Writes down in the trace that the page shows these stories. */
export async function toCards(rows: readonly CardRow[]): Promise<ArticleCard[]> {
  for (const row of rows) {
    recordTags(cacheTags.article(row.id));
    recordServableUntil(row.withdrawnAt);
    recordLastModified(row.effectiveFrom);
  }
  const [sections, pictures] = await Promise.all([
    readSections(),
    picturesOf(rows.flatMap(({ heroAssetId }) => heroAssetId ?? [])),
  ]);
  return rows.map(({ id, kind, headline, kicker, standfirst, language, publishedAt, dateIs, updatedAt, ...row }) => {
    const section = sections.withId(row.sectionId);
    return {
      ...{ id, kind, headline, kicker, standfirst, language, publishedAt, dateIs, updatedAt },
      href: articleHref(section?.slug ?? '', row.slug),
      section: { id: row.sectionId, name: section?.name ?? '', href: sectionHref(section?.slug ?? '') },
      picture: pictures.get(row.heroAssetId ?? '') ?? null,
    };
  });
}

/** The cards of the stories with these ids that are public, in the order of the ids; `where` narrows them further. */
export async function cardsById(ids: readonly string[], where?: SQL): Promise<ArticleCard[]> {
  if (ids.length === 0) return [];
  const rows = await database()
    .select(cardColumns)
    .from(articlesPublic)
    .where(
      where
        ? sql`${inArray(articlesPublic.articleId, [...ids])} and ${where}`
        : inArray(articlesPublic.articleId, [...ids]),
    );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return toCards(ids.flatMap((id) => byId.get(id) ?? []));
}
