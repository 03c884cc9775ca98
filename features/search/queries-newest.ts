import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import type { Cursor } from '#features/article/cursor.ts';
import { monthNames } from '#features/search/model-months.ts';

export interface Wanted {
  /** What a story must have: the words asked for, and the names that its entry bears. Null asks for nothing of the kind. */
  readonly words: SQL | null;
  readonly names: SQL | null;
  /** The first and the last day of first publication, such as `2026-11-23`, by the clocks of a time zone (IANA). */
  readonly days: { readonly from: string | null; readonly to: string | null; readonly timeZone: string };
  /** From which story on, itself included; null for the newest. */
  readonly newest: Cursor | null;
}

export interface Entry extends Record<string, unknown> {
  readonly publicationId: string;
  readonly articleId: string;
  /** Of the first publication, in microseconds since 1970. */
  readonly micros: string;
}

/** A word that stands in every sixth story is found often enough in so many. */
const lookedThrough = 600;

/**
 * The newest `most` entries that fit, if there are so many. Nothing reads a common word's many stories in the order of
 * their dates but looking through the newest one by one, and nothing a rare word's but the index; between the two lie those
 * of the last months, which the index finds as quickly. So each is asked in turn, until one has enough.
 */
export async function newestEntries(wanted: Wanted, most: number): Promise<readonly Entry[]> {
  const { names: months, first } = monthNames(wanted);
  const fits = allOf([wanted.words, wanted.names].flatMap((asked) => (asked ? [sql`search @@ (${asked})`] : [])));
  const within = allOf(bounds(wanted));
  const order = sql`order by first_published_at desc, article_id desc, publication_id desc limit ${most}`;
  // As materialized: asked for a few in an order, Postgres would look through all of them where it takes a word for common.
  const indexed = (fitting: SQL) => sql`
    with found as materialized (
      select publication_id, article_id, first_published_at from search_entries where ${fitting} and ${within})
    select ${columns} from found ${order}`;
  const newest = await read(sql`
    select ${columns} from (
      select * from search_entries where ${within}
      order by first_published_at desc, article_id desc, publication_id desc limit ${lookedThrough}) latest
    where ${fits} ${order}`);
  if (newest.length === most) return newest;
  const recent = await read(indexed(sql`${fits} and search @@ ${months}::tsquery`));
  if (recent.length === most || (wanted.days.from !== null && wanted.days.from > first)) return recent;
  return read(indexed(fits));
}

const columns = sql`publication_id as "publicationId", article_id as "articleId",
  (extract(epoch from first_published_at) * 1000000)::bigint::text as micros`;

const read = (query: SQL): Promise<readonly Entry[]> => database().execute<Entry>(query);

const allOf = (conditions: readonly SQL[]): SQL => sql.join([sql`true`, ...conditions], sql` and `);

function bounds({ days: { from, to, timeZone }, newest }: Wanted): SQL[] {
  return [
    ...(from ? [sql`first_published_at >= ${from}::date::timestamp at time zone ${timeZone}`] : []),
    ...(to ? [sql`first_published_at < (${to}::date + 1)::timestamp at time zone ${timeZone}`] : []),
    ...(newest
      ? [
          sql`(first_published_at, article_id) <= (
            timestamptz 'epoch' + ${newest.micros}::bigint * interval '1 microsecond', ${newest.articleId}::uuid)`,
        ]
      : []),
  ];
}
