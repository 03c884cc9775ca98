import 'server-only';
import { and, desc, eq, inArray } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { bylines } from '#db/schema/byline.ts';
import { publicationBylines, publications, publicationTags } from '#db/schema/publication.ts';
import { tags } from '#db/schema/tag.ts';
import { articleHref, authorHref, tagHref } from '#features/article/href.ts';
import { wasSeen } from '#features/article/was-seen.ts';
import { type FeedFormat, feedFormats, feedHref } from '#features/feed/model.ts';
import { sectionHref } from '#features/section/model.ts';
import { readSections } from '#features/section/queries.ts';
import type { PingChannel } from '#lib/vocabulary.ts';

/**
 * The paths at which a story's last change shows: for search engines its own, and the former one where it has moved; for
 * hubs every feed in which it stands, or stood before. None for a story that no reader has seen.
 */
export async function changedAddresses(channel: PingChannel, articleId: string): Promise<string[]> {
  const last = await lastSeen(articleId);
  if (last.length === 0) return [];
  const tree = await readSections();
  switch (channel) {
    case 'indexNow':
      return unique(last.map(({ sectionId, slug }) => articleHref(tree.withId(sectionId)?.slug ?? '', slug)));
    case 'webSub': {
      const sections = last.flatMap(({ sectionId }) => tree.trailOf(sectionId)).map(({ slug }) => sectionHref(slug));
      const places = unique(['', ...sections, ...(await listsOf(last.map(({ id }) => id)))]);
      const formats = Object.keys(feedFormats) as FeedFormat[];
      return places.flatMap((under) => formats.map((format) => feedHref(under, format)));
    }
  }
}

/** The publication that readers see, or saw last, and the one before it. */
function lastSeen(articleId: string) {
  const { id, sectionId, slug } = publications;
  return database()
    .select({ id, sectionId, slug })
    .from(publications)
    .where(and(eq(publications.articleId, articleId), wasSeen))
    .orderBy(desc(publications.effectiveFrom))
    .limit(2);
}

/** The pages of the tags and of the people of these publications. */
async function listsOf(publicationIds: readonly string[]): Promise<string[]> {
  const ids = [...publicationIds];
  const [topics, people] = await Promise.all([
    database()
      .select({ slug: tags.slug })
      .from(publicationTags)
      .innerJoin(tags, eq(tags.id, publicationTags.tagId))
      .where(inArray(publicationTags.publicationId, ids)),
    database()
      .select({ handle: bylines.handle })
      .from(publicationBylines)
      .innerJoin(bylines, eq(bylines.id, publicationBylines.bylineId))
      .where(inArray(publicationBylines.publicationId, ids)),
  ]);
  return [...topics.map(({ slug }) => tagHref(slug)), ...people.map(({ handle }) => authorHref(handle))];
}

const unique = (all: readonly string[]): string[] => [...new Set(all)];
