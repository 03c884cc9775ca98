import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { sections } from '#db/schema/section.ts';
import { mostCounted } from '#lib/most-counted.ts';

/** How many stories the desk counts in each section, by its id; no further than `mostCounted`. */
export async function countStories(): Promise<ReadonlyMap<string, number>> {
  const rows = await database()
    .select({
      id: sections.id,
      stories: sql<number>`(select count(*)::int from (
        select from articles a where a.section_id = ${sections}.id and a.state <> 'stub' limit ${mostCounted}) counted)`,
    })
    .from(sections);
  return new Map(rows.map(({ id, stories }) => [id, stories]));
}
