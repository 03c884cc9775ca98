import 'server-only';
import { eq, inArray, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { articles } from '#db/schema/article.ts';
import { bylines } from '#db/schema/byline.ts';
import { tags } from '#db/schema/tag.ts';
import { viewTotals } from '#db/schema/view.ts';
import { tallies } from '#db/schema/vote.ts';
import type { ArticleDetail, Link } from '#features/article/dto.ts';
import { articleHref, authorHref, tagHref } from '#features/article/href.ts';
import { slugify } from '#features/article/slug.ts';
import { readTranslations } from '#features/article/translations.ts';
import { allBlocks, wordCount } from '#features/body/model.ts';
import { renderBody } from '#features/body/render.ts';
import { listCorrectionsOf } from '#features/correction/queries-desk.ts';
import type { DraftContent } from '#features/draft/schema.ts';
import { picturesOf } from '#features/media/queries.ts';
import { sectionHref } from '#features/section/model.ts';
import { readSections } from '#features/section/queries.ts';
import { idsOfSet } from '#features/translation/queries-set.ts';
import { say } from '#lib/desk-words.ts';
import { siteUrl } from '#lib/env.ts';
import type { ArticleState, DateMeaning } from '#lib/vocabulary.ts';

interface Words {
  readonly articleId: string;
  readonly state: ArticleState;
  readonly content: DraftContent;
  /** The revision that says the same; null for words that are in none. */
  readonly revisionId: string | null;
  readonly publication:
    | { readonly firstPublishedAt: Date; readonly dateIs: DateMeaning; readonly substantiveUpdateAt: Date | null }
    | undefined;
}

/** A story as its page would show these words. What is not written yet has a placeholder that can be seen. */
export async function detailOfWords({ articleId, state, content, revisionId, publication }: Words) {
  const { kind, kicker, standfirst, datelinePlace, sourceAgency, licence, canonical, language, body } = content;
  const headline = content.headline.trim() || say('preview.noHeadline');
  const pictured = new Set(
    [...allBlocks(body.content)].flatMap((one) => (one.type === 'image' ? one.attrs.assetId : [])),
  );
  if (content.heroAssetId) pictured.add(content.heroAssetId);
  const [pictures, place, people, topics, counts, corrections, [, ...others]] = await Promise.all([
    picturesOf([...pictured]),
    placeOf(content.sectionId),
    readBylines(content.bylineIds),
    readTags(content.tagIds),
    readCounts(articleId),
    listCorrectionsOf(articleId),
    idsOfSet(database(), articleId),
  ]);
  const { html } = renderBody(body, { pictures, siteUrl: siteUrl(), language });
  const article: ArticleDetail = {
    ...{ id: articleId, kind, headline, kicker, standfirst, language, datelinePlace, sourceAgency, licence, canonical },
    section: place.section,
    trail: place.trail,
    ...counts,
    revisionId: revisionId ?? '',
    href: articleHref(place.slug, content.slug.trim() || slugify(headline)),
    publishedAt: publication?.firstPublishedAt ?? new Date(),
    dateIs: publication?.dateIs ?? 'original',
    updatedAt: publication?.substantiveUpdateAt ?? null,
    picture: pictures.get(content.heroAssetId ?? '') ?? null,
    bylines: people,
    tags: topics,
    social: null,
    corrections,
    translations: await readTranslations(others, language),
    sourceUrl: webAddress(content.sourceUrl),
    bodyHtml: html || `<p>${say('preview.noBody')}</p>`,
    wordCount: wordCount(body, language),
    archived: state === 'archived',
  };
  return { article, picturesToCome: pictured.size - pictures.size };
}

async function placeOf(sectionId: string | null) {
  const sections = await readSections();
  const section = sectionId ? sections.withId(sectionId) : undefined;
  const link: Link = section
    ? { name: section.name, href: sectionHref(section.slug) }
    : { name: say('preview.noSection'), href: '#content' };
  const trail = section
    ? sections.trailOf(section.id).map(({ name, slug }) => ({ name, href: sectionHref(slug) }))
    : [link];
  return { section: { ...link, id: section?.id ?? '' }, trail, slug: section?.slug ?? '-' };
}

async function readBylines(ids: readonly string[]): Promise<Link[]> {
  if (ids.length === 0) return [];
  const { id, name, handle } = bylines;
  const rows = await database()
    .select({ id, name, handle })
    .from(bylines)
    .where(inArray(id, [...ids]));
  return inOrder(rows, ids).map((row) => ({ name: row.name, href: authorHref(row.handle) }));
}

async function readTags(ids: readonly string[]): Promise<(Link & { id: string })[]> {
  if (ids.length === 0) return [];
  const { id, name, slug } = tags;
  const rows = await database()
    .select({ id, name, slug })
    .from(tags)
    .where(inArray(id, [...ids]));
  return inOrder(rows, ids).map((row) => ({ id: row.id, name: row.name, href: tagHref(row.slug) }));
}

/** What readers have done with the story so far. */
async function readCounts(articleId: string): Promise<Pick<ArticleDetail, 'views' | 'votes' | 'importedVotes'>> {
  const [row] = await database()
    .select({
      views: sql<number>`coalesce(${viewTotals.human}, 0)::int`,
      votes: sql<number>`coalesce(${tallies.votes}, 0)`,
      importedVotes: sql<number>`coalesce(${tallies.importedVotes}, 0)`,
    })
    .from(articles)
    .leftJoin(tallies, eq(tallies.articleId, articles.id))
    .leftJoin(viewTotals, eq(viewTotals.articleId, articles.id))
    .where(eq(articles.id, articleId));
  return row ?? { views: 0, votes: 0, importedVotes: 0 };
}

function inOrder<Row extends { id: string }>(rows: readonly Row[], ids: readonly string[]): Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** An address as typed, once it is one. */
function webAddress(typed: string): string | null {
  const url = URL.parse(typed.trim());
  return url && /^https?:$/.test(url.protocol) ? typed.trim() : null;
}
