import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { findByline } from '#features/byline/queries.ts';
import type { NarrowedBy } from '#features/search/dto.ts';
import type { Asked } from '#features/search/model-asked.ts';
import { readSections } from '#features/section/queries.ts';
import { findTag } from '#features/tag/queries.ts';

/** What the filters of an address name. One that names nothing is as good as none. */
export interface Scope {
  readonly narrowedBy: NarrowedBy;
  /** What the entry of a story must bear; null where nothing is asked. */
  readonly names: SQL | null;
}

export async function readScope({ section: slug, tag: tagSlug, author: handle }: Asked): Promise<Scope> {
  const [tree, tag, byline] = await Promise.all([
    readSections(),
    tagSlug === null ? null : findTag(tagSlug),
    handle === null ? null : findByline(handle),
  ]);
  const section = slug === null ? undefined : tree.withSlug(slug);
  const asked = [
    ...(section ? [tree.branchOf(section.id)] : []),
    ...(tag ? [[tag.id]] : []),
    ...(byline ? [[byline.id]] : []),
  ];
  const names = asked.map((ids) => `(${ids.map((id) => `'#${id}'`).join(' | ')})`).join(' & ');
  return {
    narrowedBy: { section: section?.name ?? null, tag: tag?.name ?? null, author: byline?.name ?? null },
    names: names === '' ? null : sql`${names}::tsquery`,
  };
}
