import 'server-only';
import { and, desc, eq, gte, inArray, type SQL, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { articlesPublic, publications } from '#db/schema/publication.ts';
import { recordNextChange } from '#features/article/clock.ts';
import { readSections } from '#features/section/queries.ts';
import { newsLimit, newsWindow } from '#features/sitemap/model.ts';
import { isFoundHere, type SitemapStory, storyColumns, toStory } from '#features/sitemap/queries.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { recordLastModified, recordTags, recordValidUntil } from '#lib/trace.ts';

const { id, articleId, firstPublishedAt, effectiveFrom, effectiveTo, embargoUntil, dateIs } = publications;
const newestFirst = [desc(firstPublishedAt), desc(articleId)];

/**
 * The files that the news before `now` fill, newest first, each with the moment at which a story last came into it or
 * changed. Publications are counted as they stand in their index; of what a file covers it leaves out what search engines
 * are not to find here.
 */
export async function listNewsParts(now: Date, size = newsLimit): Promise<{ part: number; changedAt: Date }[]> {
  await recordNews();
  const placed = database()
    .select({
      part: sql<number>`((row_number() over (order by ${firstPublishedAt} desc, ${articleId} desc) - 1) / ${size}::int)::int + 1`.as(
        'part',
      ),
      changed: sql`${effectiveFrom}`.as('changed'),
      published: sql`${firstPublishedAt}`.as('published'),
    })
    .from(publications)
    .where(isNews(now))
    .as('placed');
  const rows = await database()
    .select({
      part: placed.part,
      changed: sql<string>`max(${placed.changed})::text`,
      oldest: sql<string>`min(${placed.published})::text`,
    })
    .from(placed)
    .groupBy(placed.part)
    .orderBy(placed.part);
  holdUntilTooOld(rows.at(-1)?.oldest);
  return rows.map(({ part, changed }) => {
    const changedAt = new Date(changed);
    recordLastModified(changedAt);
    return { part, changedAt };
  });
}

/** The stories of one of these files, newest first; none where there is no such file. */
export async function* newsOf(part: number, now: Date, size = newsLimit): AsyncGenerator<SitemapStory> {
  await recordNews();
  const tree = await readSections();
  const covered = database()
    .select({ id })
    .from(publications)
    .where(isNews(now))
    .orderBy(...newestFirst)
    .offset((part - 1) * size)
    .limit(size);
  const rows = await database()
    .select(storyColumns)
    .from(articlesPublic)
    .where(and(inArray(articlesPublic.publicationId, covered), isFoundHere))
    .orderBy(desc(articlesPublic.firstPublishedAt), desc(articlesPublic.articleId));
  holdUntilTooOld(rows.at(-1)?.publishedAt);
  for (const row of rows) yield toStory(row, tree);
}

async function recordNews(): Promise<void> {
  recordTags(cacheTags.latest);
  await recordNextChange();
}

/** In force, and first published in the two days before; a date that is only that of copying makes no news. */
function isNews(now: Date): SQL | undefined {
  const since = new Date(now.getTime() - newsWindow);
  const inForce = sql`${effectiveFrom} <= now() and (${effectiveTo} is null or ${effectiveTo} > now())
    and (${embargoUntil} is null or ${embargoUntil} <= now())`;
  return and(gte(firstPublishedAt, since), eq(dateIs, 'original'), inForce);
}

function holdUntilTooOld(oldest: Date | string | undefined): void {
  if (oldest) recordValidUntil(new Date(new Date(oldest).getTime() + newsWindow));
}
