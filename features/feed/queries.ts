import 'server-only';
import { inArray } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { articlesPublic } from '#db/schema/publication.ts';
import { correctionColumns, toCorrections } from '#features/article/corrections.ts';
import { creditColumns, toCredits } from '#features/article/credits.ts';
import type { ArticleCard } from '#features/article/dto.ts';
import { authorHref, tagHref } from '#features/article/href.ts';
import { type ListScope, listArticles } from '#features/article/lists.ts';
import { findByline } from '#features/byline/queries.ts';
import type { Feed, FeedFormat, FeedScope, FeedStory } from '#features/feed/model.ts';
import { listTombstones } from '#features/feed/queries-tombstones.ts';
import { sectionHref } from '#features/section/model.ts';
import { readSections } from '#features/section/queries.ts';
import { readSettings } from '#features/settings/queries.ts';
import { pageTitle, type Site } from '#features/site/model.ts';
import { findTag } from '#features/tag/queries.ts';
import { canonicalSegment, readSegments } from '#lib/address.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { recordTags } from '#lib/trace.ts';

const feedSize = 30;

/** The newest stories of a scope with their text; null for a section, tag or person that there is not. */
export async function readFeed(scope: FeedScope, format: FeedFormat, site: Site): Promise<Feed | null> {
  const subject = await findSubject(scope, site);
  if (!subject) {
    // Whatever is published may bring the subject with it.
    recordTags(cacheTags.latest);
    return null;
  }
  const { list, ...about } = subject;
  const [{ cards }, { feedText: text, webSubHub: hub }] = await Promise.all([
    listArticles(list, { size: feedSize }),
    readSettings(),
  ]);
  // Atom alone has a way to say that a story is no more (RFC 6721); from the others it only leaves.
  const killed = format === 'atom' ? await listTombstones(list) : [];
  return { ...about, language: site.language, stories: await withText(cards, site), text, hub, killed };
}

type Subject = Pick<Feed, 'title' | 'description' | 'href' | 'under'> & { readonly list: ListScope };

async function findSubject(scope: FeedScope, site: Site): Promise<Subject | null> {
  switch (scope.of) {
    case 'site':
      return { list: scope, title: site.name, description: site.description, href: '/', under: '' };
    case 'section': {
      const tree = await readSections();
      const section = tree.withSlug(slugIn(scope));
      if (!section) return null;
      const list = { of: 'sections', ids: tree.branchOf(section.id) } as const;
      return { list, ...named(section.name, site), description: section.description, ...at(sectionHref(section.slug)) };
    }
    case 'tag': {
      const tag = await findTag(slugIn(scope));
      return tag && { list: { of: 'tag', id: tag.id }, ...named(tag.name, site), ...at(tagHref(tag.slug)) };
    }
    case 'author': {
      const byline = await findByline(slugIn(scope));
      if (!byline) return null;
      return { list: { of: 'byline', id: byline.id }, ...named(byline.name, site), ...at(authorHref(byline.handle)) };
    }
  }
}

/** Empty, and so found nowhere, for a segment that is not well formed. */
const slugIn = ({ segment }: { segment: string }): string => canonicalSegment(readSegments(segment)?.[0] ?? '');

const named = (name: string, site: Site) => ({ title: pageTitle(name, site), description: '' });
const at = (href: string) => ({ href, under: href });

/** The stories of these cards, in their order. One that has left the public since the cards were read is left out. */
export async function withText(cards: readonly ArticleCard[], site: Site): Promise<FeedStory[]> {
  if (cards.length === 0) return [];
  const ids = cards.map(({ id }) => id);
  const rows = await database().select(textColumns).from(articlesPublic).where(inArray(articlesPublic.articleId, ids));
  const texts = new Map(rows.map((row) => [row.articleId, row]));
  return cards.flatMap((card) => {
    const row = texts.get(card.id);
    if (!row) return [];
    const { articleId: _, people, topics, corrected, ...text } = row;
    const { bylines, tags } = toCredits({ people, topics });
    const house = { name: text.sourceAgency || site.name, href: null };
    return {
      ...card,
      ...text,
      authors: bylines.length > 0 ? bylines : [house],
      tags,
      corrections: toCorrections({ corrected }),
    };
  });
}

const textColumns = {
  articleId: articlesPublic.articleId,
  datelinePlace: articlesPublic.datelinePlace,
  sourceAgency: articlesPublic.sourceAgency,
  sourceUrl: articlesPublic.sourceUrl,
  licence: articlesPublic.licence,
  canonical: articlesPublic.canonical,
  bodyHtml: articlesPublic.bodyHtml,
  ...creditColumns,
  ...correctionColumns,
};
