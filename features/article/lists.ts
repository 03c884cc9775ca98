import 'server-only';
import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { articlesPublic, publicationBylines, publicationTags } from '#db/schema/publication.ts';
import { sections } from '#db/schema/section.ts';
import { beyond, type CardRow, cardColumns, microsOf, toCards } from '#features/article/cards.ts';
import { recordForMinutes, recordNextChange } from '#features/article/clock.ts';
import { type Cursor, readCursor, writeCursor } from '#features/article/cursor.ts';
import type { ArticleCard, CardPage } from '#features/article/dto.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { keptRead } from '#lib/kept-reads.ts';
import { recordTags } from '#lib/trace.ts';

/** Which stories: all, those of some sections (archived ones left out), of a tag, of a byline. */
export type ListScope =
  | { readonly of: 'site' }
  | { readonly of: 'sections'; readonly ids: readonly string[]; readonly archived?: boolean }
  | { readonly of: 'tag'; readonly id: string }
  | { readonly of: 'byline'; readonly id: string };

export interface ListOptions {
  readonly size: number;
  /** Cursors as a page's links carry them; one that cannot be read is as good as none. */
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  /** Half-open bounds on the date of first publication. */
  readonly from?: Date;
  readonly to?: Date;
}

/** One page of public stories, newest first, by keyset on (date, id). */
export async function listArticles(scope: ListScope, options: ListOptions): Promise<CardPage> {
  recordTags(...tagsOf(scope));
  await recordNextChange();
  const before = readCursor(options.before);
  const after = before ? null : readCursor(options.after);
  const rows = await readRows(scope, { ...options, edge: before ?? after, rising: after !== null });
  const more = rows.length > options.size;
  const page = rows.slice(0, options.size);
  if (after) page.reverse();
  const [first, last] = [page[0], page.at(-1)];
  return {
    cards: await toCards(page),
    older: last && (after !== null || more) ? cursorOf(last) : null,
    newer: first && (after ? more : before !== null) ? cursorOf(first) : null,
  };
}

/** How many of the newest stories lists beside a story may draw on. */
const newestSize = 40;

/**
 * The newest stories, as the lists beside a story fill up with them. They hold for some minutes and do
 * not bear the tag of the site's lists: else each publication would have every story's page rendered anew.
 */
export const readNewest = keptRead('newest', async (): Promise<ArticleCard[]> => {
  recordForMinutes();
  await recordNextChange();
  const rows = await readRows({ of: 'site' }, { size: newestSize, edge: null, rising: false });
  return toCards(rows.slice(0, newestSize));
});

/** The newest stories of each of these sections (archived ones left out), newest first, in one statement. */
export async function newestBySection(ids: readonly string[], size: number): Promise<ArticleCard[]> {
  recordTags(...ids.map(cacheTags.section));
  await recordNextChange();
  if (ids.length === 0) return [];
  const newest = database()
    .select(cardColumns)
    .from(articlesPublic)
    .where(and(eq(articlesPublic.sectionId, sections.id), eq(articlesPublic.archived, false)))
    .orderBy(desc(articlesPublic.firstPublishedAt), desc(articlesPublic.articleId))
    .limit(size)
    .as('newest');
  const rows = await database()
    .select()
    .from(sections)
    .innerJoinLateral(newest, sql`true`)
    .where(inArray(sections.id, [...ids]))
    .orderBy(desc(newest.publishedAt), desc(newest.id));
  return toCards(rows.map((row) => row.newest));
}

const cursorOf = (row: CardRow): string => writeCursor({ micros: row.micros, articleId: row.id });

function tagsOf(scope: ListScope): string[] {
  switch (scope.of) {
    case 'site':
      return [cacheTags.latest];
    case 'sections':
      return scope.ids.map(cacheTags.section);
    case 'tag':
      return [cacheTags.tag(scope.id)];
    case 'byline':
      return [cacheTags.byline(scope.id)];
  }
}

interface RowOptions extends ListOptions {
  readonly edge: Cursor | null;
  readonly rising: boolean;
}

/** One row more than a page holds, from the edge on, in the direction asked for. */
async function readRows(scope: ListScope, options: RowOptions): Promise<CardRow[]> {
  switch (scope.of) {
    case 'site':
      return select(options, eq(articlesPublic.archived, false));
    case 'sections': {
      const wanted = scope.archived ? undefined : eq(articlesPublic.archived, false);
      const lists = await Promise.all(
        scope.ids.map((id) => select(options, and(eq(articlesPublic.sectionId, id), wanted))),
      );
      return merge(lists, options);
    }
    case 'tag':
      return selectListed(publicationTags, eq(publicationTags.tagId, scope.id), options);
    case 'byline':
      return selectListed(publicationBylines, eq(publicationBylines.bylineId, scope.id), options);
  }
}

function select(options: RowOptions, where: SQL | undefined): Promise<CardRow[]> {
  const { firstPublishedAt, articleId } = articlesPublic;
  return database()
    .select(cardColumns)
    .from(articlesPublic)
    .where(and(where, bounds(options, firstPublishedAt, articleId)))
    .orderBy(...order(options, firstPublishedAt, articleId))
    .limit(options.size + 1);
}

/** The same through the list of a tag or a byline, which carries the dates itself and is read by its own index. */
function selectListed(
  list: typeof publicationTags | typeof publicationBylines,
  where: SQL,
  options: RowOptions,
): Promise<CardRow[]> {
  return (
    database()
      // The list's own date, by which it is ordered: it holds milliseconds where the publication's holds microseconds.
      .select({ ...cardColumns, micros: microsOf(list.firstPublishedAt) })
      .from(list)
      .innerJoin(articlesPublic, eq(articlesPublic.publicationId, list.publicationId))
      .where(and(where, bounds(options, list.firstPublishedAt, list.articleId)))
      .orderBy(...order(options, list.firstPublishedAt, list.articleId))
      .limit(options.size + 1)
  );
}

type Column = Parameters<typeof beyond>[2];

function bounds({ edge, rising, from, to }: RowOptions, date: Column, id: Column): SQL | undefined {
  return and(
    beyond(edge, rising, date, id),
    from ? sql`${date} >= ${from.toISOString()}::timestamptz` : undefined,
    to ? sql`${date} < ${to.toISOString()}::timestamptz` : undefined,
  );
}

function order({ rising }: RowOptions, date: Column, id: Column): SQL[] {
  return rising ? [asc(date), asc(id)] : [desc(date), desc(id)];
}

function merge(lists: readonly CardRow[][], options: RowOptions): CardRow[] {
  if (lists.length === 1) return lists[0] as CardRow[];
  const sign = options.rising ? 1 : -1;
  return lists
    .flat()
    .sort((one, other) => sign * (Number(BigInt(one.micros) - BigInt(other.micros)) || compare(one.id, other.id)))
    .slice(0, options.size + 1);
}

const compare = (one: string, other: string): number => Number(one > other) - Number(one < other);
