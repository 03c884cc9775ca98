import 'server-only';
import { sql } from 'drizzle-orm';
import { revisionBylines, revisionTags } from '#db/schema/article.ts';
import { bylines } from '#db/schema/byline.ts';
import { articlesPublic } from '#db/schema/publication.ts';
import { tags } from '#db/schema/tag.ts';
import type { ArticleDetail } from '#features/article/dto.ts';
import { authorHref, tagHref } from '#features/article/href.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { recordTags } from '#lib/trace.ts';

/**
 * Columns beside those of a public story: who is credited and what it is about, each in its order. The view is named in
 * words: in a select from one table Drizzle leaves it out, and the inner table's column would be meant.
 */
export const creditColumns = {
  people: sql<{ id: string; name: string; handle: string }[]>`(
    select coalesce(json_agg(json_build_object('id', b.id, 'name', b.name, 'handle', b.handle) order by r.position), '[]')
    from ${revisionBylines} r join ${bylines} b on b.id = r.byline_id
    where r.revision_id = ${articlesPublic}.revision_id)`,
  topics: sql<{ id: string; name: string; slug: string }[]>`(
    select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name, 'slug', t.slug) order by r.position), '[]')
    from ${revisionTags} r join ${tags} t on t.id = r.tag_id
    where r.revision_id = ${articlesPublic}.revision_id)`,
};

export interface CreditRow {
  people: { id: string; name: string; handle: string }[];
  topics: { id: string; name: string; slug: string }[];
}

/** The credits of a row with the pages that they lead to. Writes down in the trace whose names the page shows. */
export function toCredits({ people, topics }: CreditRow): Pick<ArticleDetail, 'bylines' | 'tags'> {
  recordTags(...people.map(({ id }) => cacheTags.person(id)), ...topics.map(({ id }) => cacheTags.topic(id)));
  return {
    bylines: people.map(({ name, handle }) => ({ name, href: authorHref(handle) })),
    tags: topics.map(({ id, name, slug }) => ({ id, name, href: tagHref(slug) })),
  };
}
