import 'server-only';
import { inArray } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { publicationBylines, publications, publicationTags } from '#db/schema/publication.ts';
import { cacheTags } from '#lib/cache-tags.ts';

/**
 * The cache tags of every page on which these publications of an article are shown or would be: its own page, the
 * lists of its section, tags and bylines, and the lists over the whole site.
 */
export async function pagesOf(tx: Transaction, articleId: string, publicationIds: string[]): Promise<Set<string>> {
  const pages = new Set([cacheTags.article(articleId), cacheTags.latest, cacheTags.front]);
  if (publicationIds.length === 0) return pages;
  const [places, topics, people] = await Promise.all([
    tx.select({ id: publications.sectionId }).from(publications).where(inArray(publications.id, publicationIds)),
    tx
      .select({ id: publicationTags.tagId })
      .from(publicationTags)
      .where(inArray(publicationTags.publicationId, publicationIds)),
    tx
      .select({ id: publicationBylines.bylineId })
      .from(publicationBylines)
      .where(inArray(publicationBylines.publicationId, publicationIds)),
  ]);
  for (const { id } of places) pages.add(cacheTags.section(id));
  for (const { id } of topics) pages.add(cacheTags.tag(id));
  for (const { id } of people) pages.add(cacheTags.byline(id));
  return pages;
}
