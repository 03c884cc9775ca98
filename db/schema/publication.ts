import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, pgView, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { articleKinds, canonicals, dateMeanings } from '#lib/vocabulary.ts';
import { articles, revisions } from './article.ts';
import { bylines } from './byline.ts';
import { createdAt, identity, moment, searchVector } from './columns.ts';
import { sections } from './section.ts';
import { tags } from './tag.ts';
import { users } from './user.ts';

/**
 * Which revision is public, from when to when. The row in force now is what readers see, so that a scheduled
 * publication, update or unpublish is only a row with a time. Rows of one article never overlap (an exclusion
 * constraint in the migrations), and one that has taken effect can only be ended or embargoed (a trigger).
 */
export const publications = pgTable(
  'publications',
  {
    id: identity(),
    articleId: uuid('article_id')
      .notNull()
      .references(() => articles.id),
    revisionId: uuid('revision_id')
      .notNull()
      .references(() => revisions.id),
    /** Section and slug stand here too, beside the dates, so that lists and addresses read one index. */
    sectionId: uuid('section_id')
      .notNull()
      .references(() => sections.id),
    slug: text('slug').notNull(),
    effectiveFrom: moment('effective_from').notNull(),
    effectiveTo: moment('effective_to'),
    embargoUntil: moment('embargo_until'),
    /** Whether readers had seen it when an embargo was put on it: the embargo alone does not tell. */
    seenBefore: boolean('seen_before').notNull().default(false),
    /** What readers see as 'Published': for copy from elsewhere its original date. Lists are ordered by it. */
    firstPublishedAt: moment('first_published_at').notNull(),
    /** Whether that date is known; else readers see it as the day of copying, and machines do not see it at all. */
    dateIs: text('date_is', { enum: dateMeanings }).notNull().default('original'),
    /** What readers see as 'Updated': the last change of substance, if there was one. */
    substantiveUpdateAt: moment('substantive_update_at'),
    createdBy: uuid('created_by').references(() => users.id),
    createdAt: createdAt(),
  },
  (table) => [
    check('publications_order', sql`${table.effectiveTo} > ${table.effectiveFrom}`),
    check('publications_update', sql`${table.substantiveUpdateAt} >= ${table.firstPublishedAt}`),
    check('publications_date_is', sql`${table.dateIs} in ('original', 'copied')`),
    index('publications_article').on(table.articleId, table.effectiveFrom),
    index('publications_revision').on(table.revisionId),
    index('publications_address').on(table.sectionId, table.slug),
    index('publications_latest').on(table.firstPublishedAt, table.articleId),
    index('publications_section').on(table.sectionId, table.firstPublishedAt, table.articleId),
    // The months in which there are stories, and what came last into each: the index of the sitemaps.
    index('publications_month')
      .on(sql`(date_trunc('month', ${table.firstPublishedAt} at time zone 'UTC'))`, table.effectiveFrom)
      .concurrently(),
    index('publications_from').on(table.effectiveFrom),
    index('publications_to').on(table.effectiveTo).where(sql`effective_to is not null`),
    index('publications_embargo').on(table.embargoUntil).where(sql`embargo_until is not null`),
  ],
);

/** The tags of a publication beside its date: the list of a tag's stories is one index scan. */
export const publicationTags = pgTable(
  'publication_tags',
  {
    publicationId: uuid('publication_id')
      .notNull()
      .references(() => publications.id, { onDelete: 'cascade' }),
    tagId: uuid('tag_id')
      .notNull()
      .references(() => tags.id),
    articleId: uuid('article_id').notNull(),
    firstPublishedAt: moment('first_published_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.publicationId, table.tagId] }),
    index('publication_tags_list').on(table.tagId, table.firstPublishedAt, table.articleId),
  ],
);

/** The bylines of a publication beside its date: the list of somebody's stories is one index scan. */
export const publicationBylines = pgTable(
  'publication_bylines',
  {
    publicationId: uuid('publication_id')
      .notNull()
      .references(() => publications.id, { onDelete: 'cascade' }),
    bylineId: uuid('byline_id')
      .notNull()
      .references(() => bylines.id),
    articleId: uuid('article_id').notNull(),
    firstPublishedAt: moment('first_published_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.publicationId, table.bylineId] }),
    index('publication_bylines_list').on(table.bylineId, table.firstPublishedAt, table.articleId),
  ],
);

/**
 * Every address that a story was ever given, kept for ever and never given to another: from it a request for an old
 * address finds the story where it is now, or learns that it is gone.
 */
export const articleAddresses = pgTable(
  'article_addresses',
  {
    sectionId: uuid('section_id')
      .notNull()
      .references(() => sections.id),
    slug: text('slug').notNull(),
    articleId: uuid('article_id')
      .notNull()
      .references(() => articles.id),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.sectionId, table.slug] }),
    index('article_addresses_article').on(table.articleId),
  ],
);

/** The publication in force of every public story; made in the migrations. Readers' queries start here. */
export const articlesPublic = pgView('articles_public', {
  articleId: uuid('article_id').notNull(),
  publicationId: uuid('publication_id').notNull(),
  revisionId: uuid('revision_id').notNull(),
  sectionId: uuid('section_id').notNull(),
  slug: text('slug').notNull(),
  firstPublishedAt: moment('first_published_at').notNull(),
  substantiveUpdateAt: moment('substantive_update_at'),
  effectiveFrom: moment('effective_from').notNull(),
  effectiveTo: moment('effective_to'),
  /** When the story is to leave the public altogether, if that is planned. */
  withdrawnAt: moment('withdrawn_at'),
  kind: text('kind', { enum: articleKinds }).notNull(),
  archived: boolean('archived').notNull(),
  headline: text('headline').notNull(),
  kicker: text('kicker').notNull(),
  standfirst: text('standfirst').notNull(),
  datelinePlace: text('dateline_place').notNull(),
  sourceAgency: text('source_agency').notNull(),
  sourceUrl: text('source_url'),
  licence: text('licence').notNull(),
  language: text('language').notNull(),
  heroAssetId: uuid('hero_asset_id'),
  bodyHtml: text('body_html').notNull(),
  wordCount: integer('word_count').notNull(),
  search: searchVector('search').notNull(),
  dateIs: text('date_is', { enum: dateMeanings }).notNull(),
  canonical: text('canonical', { enum: canonicals }).notNull(),
}).existing();
