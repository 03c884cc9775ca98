import 'server-only';
import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { articlesPublic } from '#db/schema/publication.ts';
import { recordNextChange } from '#features/article/clock.ts';
import { articleHref } from '#features/article/href.ts';
import { correctionsHref } from '#features/correction/model.ts';
import type { Picture } from '#features/media/dto.ts';
import { picturesOf } from '#features/media/queries.ts';
import { type SectionTree, sectionHref } from '#features/section/model.ts';
import { readSections } from '#features/section/queries.ts';
import { type SitemapPart, sitemapLimit } from '#features/sitemap/model.ts';
import { boundsOf } from '#features/sitemap/queries-parts.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { recordLastModified, recordServableUntil, recordTags } from '#lib/trace.ts';

export interface SitemapStory {
  /** Its address on the site, percent-encoded. */
  readonly href: string;
  readonly headline: string;
  readonly publishedAt: Date;
  /** The last change that readers are told of, as the story's own page dates it. */
  readonly changedAt: Date;
  readonly picture: Picture | null;
}

const { articleId, firstPublishedAt, effectiveFrom } = articlesPublic;

const batchSize = 2000;

/**
 * The stories of a child by date, read in batches so that few are in memory at a time. A month that has grown by more than
 * a sitemap may hold since it was divided is cut off there.
 */
export async function* storiesOf(part: SitemapPart, limit = sitemapLimit): AsyncGenerator<SitemapStory> {
  recordTags(cacheTags.latest);
  await recordNextChange();
  const within = await boundsOf(part);
  if (!within) return;
  const tree = await readSections();
  let next: StoryRow | undefined;
  for (let left = limit; left > 0; ) {
    const size = Math.min(batchSize, left);
    const rows: StoryRow[] = await readRows(and(within, isFoundHere, next && notBefore(next)), size + 1);
    const pictures = await picturesOf(rows.flatMap(({ heroAssetId }) => heroAssetId ?? []));
    for (const row of rows.slice(0, size)) yield toStory(row, tree, pictures);
    left -= size;
    next = rows[size];
    if (!next) return;
  }
}

/** The paths of the front, of the corrections, and of every section's page. */
export async function listPages(): Promise<string[]> {
  const tree = await readSections();
  const ids = tree.top.flatMap(({ id }) => tree.branchOf(id));
  return ['/', correctionsHref, ...ids.map((id) => sectionHref(tree.withId(id)?.slug ?? ''))];
}

/** What a sitemap says of a story, and what tells how long it may say so. */
export const storyColumns = {
  id: articleId,
  sectionId: articlesPublic.sectionId,
  slug: articlesPublic.slug,
  heroAssetId: articlesPublic.heroAssetId,
  headline: articlesPublic.headline,
  publishedAt: firstPublishedAt,
  updatedAt: articlesPublic.substantiveUpdateAt,
  effectiveFrom,
  withdrawnAt: articlesPublic.withdrawnAt,
  /** To the microsecond, which a Date is not. */
  exactly: sql<string>`${firstPublishedAt}::text`,
};

export type StoryRow = Awaited<ReturnType<typeof readRows>>[number];

function readRows(where: SQL | undefined, size: number) {
  return database()
    .select(storyColumns)
    .from(articlesPublic)
    .where(where)
    .orderBy(asc(firstPublishedAt), asc(articleId))
    .limit(size);
}

const notBefore = ({ exactly, id }: Pick<StoryRow, 'exactly' | 'id'>): SQL =>
  sql`(${firstPublishedAt}, ${articleId}) >= (${exactly}::timestamptz, ${id}::uuid)`;

/** A sitemap has no story that search engines are to look for elsewhere, or not at all. */
export const isFoundHere = eq(articlesPublic.canonical, 'self');

/** A list that names a killed story may not outlive it, so each story's tag is recorded, many as they are. */
export function toStory(row: StoryRow, tree: SectionTree, pictures?: ReadonlyMap<string, Picture>): SitemapStory {
  recordTags(cacheTags.article(row.id));
  recordServableUntil(row.withdrawnAt);
  recordLastModified(row.effectiveFrom);
  const href = articleHref(tree.withId(row.sectionId)?.slug ?? '', row.slug);
  const { headline, publishedAt, updatedAt } = row;
  const picture = pictures?.get(row.heroAssetId ?? '') ?? null;
  return { href, headline, publishedAt, changedAt: updatedAt ?? publishedAt, picture };
}
