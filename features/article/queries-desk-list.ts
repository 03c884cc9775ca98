import 'server-only';
import { and, asc, desc, eq, inArray, ne, type SQL, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { articles } from '#db/schema/article.ts';
import { type Cursor, readCursor, writeCursor } from '#features/article/cursor.ts';
import { type DeskListPage, headlineSearch } from '#features/article/model-desk-list.ts';
import { deskListRows } from '#features/article/queries-desk-rows.ts';
import type { DeskListQuery, ListedStanding } from '#features/article/schema-desk-list.ts';
import type { UserActor } from '#features/user/actor.ts';

/** One page of the desk's list of stories, last changed first, by keyset on (change, id). */
export async function listForDesk(actor: UserActor, query: DeskListQuery, size = 50): Promise<DeskListPage> {
  const before = readCursor(query.before);
  const after = before ? null : readCursor(query.after);
  const found = await find(actor, query, { size, edge: before ?? after, rising: after !== null });
  const more = found.length > size;
  const page = found.slice(0, size);
  if (after) page.reverse();
  const [first, last] = [page[0], page.at(-1)];
  return {
    rows: await deskListRows(
      actor,
      page.map(({ id }) => id),
    ),
    older: last && (after !== null || more) ? cursorOf(last) : null,
    newer: first && (after ? more : before !== null) ? cursorOf(first) : null,
  };
}

interface Found {
  readonly id: string;
  readonly micros: string;
}

const cursorOf = ({ id, micros }: Found): string => writeCursor({ micros, articleId: id });

/** Ids alone, through one of the indexes of articles: what a line says of a story is read for those of the page. */
function find(
  actor: UserActor,
  { q, state, section, whose }: DeskListQuery,
  { size, edge, rising }: { size: number; edge: Cursor | null; rising: boolean },
): Promise<Found[]> {
  const { id, changedAt } = articles;
  const edgeTime = edge && sql`timestamptz 'epoch' + ${edge.micros}::bigint * interval '1 microsecond'`;
  const sought = q === '' ? undefined : headlineSearch(q);
  return database()
    .select({ id, micros: sql<string>`(extract(epoch from ${changedAt}) * 1000000)::bigint::text` })
    .from(articles)
    .where(
      and(
        ofStanding(state),
        section ? eq(articles.sectionId, section) : undefined,
        whose === 'mine' ? eq(articles.createdBy, actor.id) : undefined,
        sought === undefined
          ? undefined
          : sql`to_tsvector('simple', ${articles.headline}) @@ to_tsquery('simple', ${sought})`,
        edge
          ? sql`(${changedAt}, ${id}) ${rising ? sql`>` : sql`<`} (${edgeTime}, ${edge.articleId}::uuid)`
          : undefined,
      ),
    )
    .orderBy(...(rising ? [asc(changedAt), asc(id)] : [desc(changedAt), desc(id)]))
    .limit(size + 1);
}

/**
 * Few stories wait for the clock: those are found by their publications, which have an index on each time. With what is
 * scheduled stand public stories, too, of which another version is.
 */
function ofStanding(standing: ListedStanding | null): SQL | undefined {
  switch (standing) {
    case null:
      return ne(articles.state, sql`'stub'`);
    case 'scheduled':
      return and(
        eq(articles.state, 'published'),
        waiting(sql`effective_from > now()`),
        sql`not exists (select from publications p where p.article_id = ${articles.id} and p.embargo_until > now())`,
      );
    case 'embargoed':
      return and(inArray(articles.state, ['published', 'archived']), waiting(sql`embargo_until > now()`));
    case 'published':
      return and(
        eq(articles.state, 'published'),
        sql`exists (select from articles_public p where p.article_id = ${articles.id})`,
      );
    case 'draft':
    case 'in_review':
    case 'archived':
    case 'killed':
    case 'stub':
      return eq(articles.state, standing);
  }
}

/** An array, and no join: so those few are looked up first, whatever the planner believes of the rest. */
const waiting = (condition: SQL): SQL =>
  sql`${articles.id} = any(array(select article_id from publications where ${condition}))`;
