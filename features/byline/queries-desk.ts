import 'server-only';
import { and, asc, eq, ilike, isNull, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { bylines } from '#db/schema/byline.ts';
import { users } from '#db/schema/user.ts';
import { containing, type NamePage, type NameQuery, pageOf } from '#features/search/model-names.ts';
import { mostCounted } from '#lib/most-counted.ts';

export interface DeskByline {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  readonly biography: string;
  readonly userId: string | null;
  /** The name of the account at the desk, where it is anybody's. */
  readonly account: string | null;
  /** How many stories that are public now bear it, counted no further than `mostCounted`. */
  readonly stories: number;
}

/** A story has one publication in force, so that none is counted twice. */
const stories = sql<number>`(select count(*)::int from (
  select from publication_bylines listed join articles_public using (publication_id)
  where listed.byline_id = ${bylines}.id limit ${mostCounted}) counted)`;
const columns = {
  id: bylines.id,
  handle: bylines.handle,
  name: bylines.name,
  biography: bylines.biography,
  userId: bylines.userId,
  account: users.name,
  stories,
};

/** One page of all bylines by name, or of those whose name contains some words; from the one after `after` on. */
export async function listBylines({ q, after }: NameQuery, size = 50): Promise<NamePage<DeskByline>> {
  const rows = await database()
    .select(columns)
    .from(bylines)
    .leftJoin(users, eq(users.id, bylines.userId))
    .where(
      and(
        q === '' ? undefined : ilike(bylines.name, containing(q)),
        after
          ? sql`(lower(${bylines.name}), ${bylines.id}) > (select lower(name), id from bylines where id = ${after})`
          : undefined,
      ),
    )
    .orderBy(asc(sql`lower(${bylines.name})`), asc(bylines.id))
    .limit(size + 1);
  return pageOf(rows, size);
}

/** The byline with this id, or null. */
export async function findDeskByline(id: string): Promise<DeskByline | null> {
  const [row] = await database()
    .select(columns)
    .from(bylines)
    .leftJoin(users, eq(users.id, bylines.userId))
    .where(eq(bylines.id, id));
  return row ?? null;
}

/** The accounts that a byline can be said to be of, by name. */
export function listAccounts(): Promise<{ id: string; name: string }[]> {
  return database()
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(isNull(users.suspendedAt))
    .orderBy(asc(sql`lower(${users.name})`), asc(users.id))
    .limit(1000);
}
