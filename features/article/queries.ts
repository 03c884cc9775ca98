import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { database, prepared } from '#db/client.ts';
import { articles } from '#db/schema/article.ts';
import { articleAddresses, articlesPublic, publications } from '#db/schema/publication.ts';
import { viewTotals } from '#db/schema/view.ts';
import { tallies } from '#db/schema/vote.ts';
import { cardColumns, toCards } from '#features/article/cards.ts';
import { recordNextChange } from '#features/article/clock.ts';
import { type CorrectionRow, correctionColumns, toCorrections } from '#features/article/corrections.ts';
import { type CreditRow, creditColumns, toCredits } from '#features/article/credits.ts';
import type { ArticleAtAddress, ArticleCard, ArticleDetail } from '#features/article/dto.ts';
import { readTranslations, translationColumns } from '#features/article/translations.ts';
import { sectionHref } from '#features/section/model.ts';
import { readSections } from '#features/section/queries.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { recordTags } from '#lib/trace.ts';

/** What stands at `/{sectionSlug}/{slug}` (both decoded): the story, where it is now, or that it is gone. */
export async function findArticle(sectionSlug: string, slug: string): Promise<ArticleAtAddress> {
  const section = (await readSections()).withSlug(sectionSlug);
  if (!section) return { found: 'nothing' };
  await recordNextChange();
  const [row] = await detailAt().execute({ sectionId: section.id, slug: slug.normalize('NFC') });
  return row ? { found: 'article', article: await toDetail(row) } : findFormer(section.id, slug.normalize('NFC'));
}

/** The card of a public story, or null. */
export async function findCard(articleId: string): Promise<ArticleCard | null> {
  const rows = await database().select(cardColumns).from(articlesPublic).where(eq(articlesPublic.articleId, articleId));
  return (await toCards(rows))[0] ?? null;
}

const detailColumns = {
  ...cardColumns,
  revisionId: articlesPublic.revisionId,
  datelinePlace: articlesPublic.datelinePlace,
  sourceAgency: articlesPublic.sourceAgency,
  sourceUrl: articlesPublic.sourceUrl,
  licence: articlesPublic.licence,
  canonical: articlesPublic.canonical,
  bodyHtml: articlesPublic.bodyHtml,
  wordCount: articlesPublic.wordCount,
  archived: articlesPublic.archived,
  views: sql<number>`coalesce(${viewTotals.human}, 0)::int`,
  votes: sql<number>`coalesce(${tallies.votes}, 0)`,
  importedVotes: sql<number>`coalesce(${tallies.importedVotes}, 0)`,
  ...creditColumns,
  ...correctionColumns,
  ...translationColumns,
};

const detailAt = prepared((db) =>
  db
    .select(detailColumns)
    .from(articlesPublic)
    .leftJoin(tallies, eq(tallies.articleId, articlesPublic.articleId))
    .leftJoin(viewTotals, eq(viewTotals.articleId, articlesPublic.articleId))
    .where(
      and(eq(articlesPublic.sectionId, sql.placeholder('sectionId')), eq(articlesPublic.slug, sql.placeholder('slug'))),
    ),
);

type DetailRow = Parameters<typeof toCards>[0][number] &
  Pick<
    ArticleDetail,
    | 'revisionId'
    | 'datelinePlace'
    | 'sourceAgency'
    | 'sourceUrl'
    | 'licence'
    | 'canonical'
    | 'bodyHtml'
    | 'wordCount'
    | 'archived'
    | 'views'
    | 'votes'
    | 'importedVotes'
  > &
  CreditRow &
  CorrectionRow & { translationIds: string[] };

async function toDetail(row: DetailRow): Promise<ArticleDetail> {
  const [[card], sections, translations] = await Promise.all([
    toCards([row]),
    readSections(),
    readTranslations(row.translationIds, row.language),
  ]);
  const { revisionId, datelinePlace, sourceAgency, sourceUrl, licence, bodyHtml, wordCount, archived } = row;
  const { canonical, views, votes, importedVotes } = row;
  return {
    ...(card as ArticleCard),
    social: null,
    ...{ revisionId, datelinePlace, sourceAgency, sourceUrl, licence, bodyHtml, wordCount, archived },
    ...{ canonical, views, votes, importedVotes },
    trail: sections.trailOf(row.sectionId).map(({ name, slug }) => ({ name, href: sectionHref(slug) })),
    ...toCredits(row),
    corrections: toCorrections(row),
    translations,
  };
}

/**
 * A former address of a story leads to where it is now. A story that was public and is not answers 'gone'; one that
 * is only scheduled or under embargo is not spoken of.
 */
async function findFormer(sectionId: string, slug: string): Promise<ArticleAtAddress> {
  const [former] = await database()
    .select({ articleId: articleAddresses.articleId, wasPublic })
    .from(articleAddresses)
    .innerJoin(articles, eq(articles.id, articleAddresses.articleId))
    .where(and(eq(articleAddresses.sectionId, sectionId), eq(articleAddresses.slug, slug)));
  if (!former) return { found: 'nothing' };
  recordTags(cacheTags.article(former.articleId));
  const now = await findCard(former.articleId);
  if (now) return { found: 'moved', href: now.href };
  return { found: former.wasPublic ? 'gone' : 'nothing' };
}

const wasPublic = sql<boolean>`exists (
  select from ${publications}
  where ${publications.articleId} = ${articleAddresses.articleId} and ${publications.effectiveFrom} <= now()
    and coalesce(${publications.embargoUntil} <= now(), true))`;
