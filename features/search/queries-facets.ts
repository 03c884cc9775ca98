import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import type { Link } from '#features/article/dto.ts';
import { type Asked, searchHref } from '#features/search/model-asked.ts';
import type { Ranked } from '#features/search/queries-window.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { recordTags } from '#lib/trace.ts';

const most = 6;

/** The tags and the people of these stories that the search is not narrowed by yet, the most frequent first. */
export async function readFacets(ranked: readonly Ranked[], asked: Asked): Promise<{ topics: Link[]; people: Link[] }> {
  const [topics, people] = await Promise.all([
    asked.tag ? [] : namesOf(ranked, 'tag'),
    asked.author ? [] : namesOf(ranked, 'author'),
  ]);
  return {
    topics: topics.map(({ name, slug }) => ({ name, href: searchHref({ ...asked, tag: slug, place: null }) })),
    people: people.map(({ name, slug }) => ({ name, href: searchHref({ ...asked, author: slug, place: null }) })),
  };
}

const tables = {
  tag: { listed: sql`publication_tags`, id: sql`tag_id`, named: sql`tags`, slug: sql`slug`, tagOf: cacheTags.topic },
  author: {
    listed: sql`publication_bylines`,
    id: sql`byline_id`,
    named: sql`bylines`,
    slug: sql`handle`,
    tagOf: cacheTags.person,
  },
} as const;

async function namesOf(
  ranked: readonly Ranked[],
  kind: keyof typeof tables,
): Promise<{ name: string; slug: string }[]> {
  // Names on one story alone narrow nothing.
  if (ranked.length < 2) return [];
  const { listed, id, named, slug, tagOf } = tables[kind];
  const publications = sql.join(
    ranked.map(({ publicationId }) => sql`${publicationId}::uuid`),
    sql`, `,
  );
  const rows = await database().execute<{ id: string; name: string; slug: string }>(sql`
    select n.id, n.name, n.${slug} as slug
    from ${listed} l join ${named} n on n.id = l.${id}
    where l.publication_id in (${publications})
    group by n.id having count(*) < ${ranked.length}
    order by count(*) desc, n.name limit ${most}`);
  recordTags(...rows.map((row) => tagOf(row.id)));
  return rows;
}
