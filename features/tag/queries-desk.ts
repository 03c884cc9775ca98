import 'server-only';
import { and, asc, eq, ilike, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { tags } from '#db/schema/tag.ts';
import { containing, type NamePage, type NameQuery, pageOf } from '#features/search/model-names.ts';
import { mostCounted } from '#lib/most-counted.ts';

export interface DeskTag {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  /** How many stories that are public now have it, counted no further than `mostCounted`. */
  readonly stories: number;
}

/** A story has one publication in force, so that none is counted twice. */
const stories = sql<number>`(select count(*)::int from (
  select from publication_tags listed join articles_public using (publication_id)
  where listed.tag_id = ${tags}.id limit ${mostCounted}) counted)`;
const columns = { id: tags.id, slug: tags.slug, name: tags.name, stories };

/** One page of all tags by name, or of those whose name contains some words; from the one after `after` on. */
export async function listTags({ q, after }: NameQuery, size = 50): Promise<NamePage<DeskTag>> {
  const rows = await database()
    .select(columns)
    .from(tags)
    .where(
      and(
        q === '' ? undefined : ilike(tags.name, containing(q)),
        after
          ? sql`(lower(${tags.name}), ${tags.id}) > (select lower(name), id from tags where id = ${after})`
          : undefined,
      ),
    )
    .orderBy(asc(sql`lower(${tags.name})`), asc(tags.id))
    .limit(size + 1);
  return pageOf(rows, size);
}

/** The tag with this id, or null. */
export async function findDeskTag(id: string): Promise<DeskTag | null> {
  const [row] = await database().select(columns).from(tags).where(eq(tags.id, id));
  return row ?? null;
}
