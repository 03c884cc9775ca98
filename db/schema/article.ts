import { type SQL, sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { articleKinds, articleStates, canonicals } from '#lib/vocabulary.ts';
import { bylines } from './byline.ts';
import { createdAt, identity, moment, searchConfiguration, searchVector } from './columns.ts';
import { mediaAssets } from './media.ts';
import { sections } from './section.ts';
import { tags } from './tag.ts';
import { users } from './user.ts';

/** A story's identity. What it says is in its revisions, what the public sees in its publications. */
export const articles = pgTable(
  'articles',
  {
    id: identity(),
    state: text('state', { enum: articleStates }).notNull().default('draft'),
    /** Counts every change, so that a change made on an old copy is refused. */
    version: integer('version').notNull().default(1),
    /** Names the copy that an import took it from: importing the same again finds it. */
    importKey: text('import_key').unique(),
    /** As the desk lists it: the words under way, else the newest revision. Triggers in the migrations keep both so. */
    headline: text('headline').notNull().default(''),
    sectionId: uuid('section_id').references(() => sections.id),
    createdBy: uuid('created_by').references(() => users.id),
    createdAt: createdAt(),
    changedAt: moment('changed_at').notNull().defaultNow(),
  },
  (table) => [
    check('articles_state', sql`${table.state} in ('stub', 'draft', 'in_review', 'published', 'archived', 'killed')`),
    index('articles_changed').on(table.changedAt, table.id),
    index('articles_written').on(table.changedAt, table.id).where(sql`state <> 'stub'`),
    index('articles_state').on(table.state, table.changedAt, table.id),
    index('articles_section').on(table.sectionId, table.changedAt, table.id),
    index('articles_section_state').on(table.sectionId, table.state, table.changedAt, table.id),
    index('articles_mine').on(table.createdBy, table.changedAt, table.id),
    index('articles_headline').using('gin', sql`to_tsvector('simple', ${table.headline})`),
  ],
);

/** An immutable snapshot of a story. Only the HTML may be made anew, when the renderer changes. */
export const revisions = pgTable(
  'revisions',
  {
    id: identity(),
    articleId: uuid('article_id')
      .notNull()
      .references(() => articles.id),
    number: integer('number').notNull(),
    sectionId: uuid('section_id')
      .notNull()
      .references(() => sections.id),
    slug: text('slug').notNull(),
    kind: text('kind', { enum: articleKinds }).notNull().default('news'),
    headline: text('headline').notNull(),
    kicker: text('kicker').notNull().default(''),
    standfirst: text('standfirst').notNull().default(''),
    datelinePlace: text('dateline_place').notNull().default(''),
    sourceAgency: text('source_agency').notNull().default(''),
    sourceUrl: text('source_url'),
    licence: text('licence').notNull().default(''),
    canonical: text('canonical', { enum: canonicals }).notNull().default('self'),
    /** BCP 47. */
    language: text('language').notNull().default('en'),
    heroAssetId: uuid('hero_asset_id').references(() => mediaAssets.id),
    /** The document of blocks, as features/body/schema.ts describes it. */
    body: jsonb('body').notNull(),
    bodyText: text('body_text').notNull(),
    bodyHtml: text('body_html').notNull(),
    rendererVersion: integer('renderer_version').notNull(),
    wordCount: integer('word_count').notNull(),
    searchConfiguration: searchConfiguration('search_configuration').notNull().default('english'),
    search: searchVector('search').generatedAlwaysAs(
      (): SQL => sql`setweight(to_tsvector(search_configuration, headline), 'A')
        || setweight(to_tsvector(search_configuration, standfirst), 'B')
        || setweight(to_tsvector(search_configuration, left(body_text, 250000)), 'D')`,
    ),
    createdBy: uuid('created_by').references(() => users.id),
    createdAt: createdAt(),
  },
  (table) => [
    unique('revisions_article_number').on(table.articleId, table.number),
    check(
      'revisions_kind',
      sql`${table.kind} in ('news', 'report', 'analysis', 'background', 'opinion', 'review', 'live')`,
    ),
    check(
      'revisions_canonical',
      sql`${table.canonical} in ('self', 'noindex') or (${table.canonical} = 'source' and ${table.sourceUrl} is not null)`,
    ),
    check('revisions_headline_present', sql`${table.headline} ~ '[^[:space:]]'`),
    check('revisions_slug_shape', sql`${table.slug} <> '' and ${table.slug} !~ '[/?#[:space:]]'`),
    check('revisions_word_count', sql`${table.wordCount} >= 0`),
    index('revisions_search').using('gin', table.search),
    index('revisions_hero').on(table.heroAssetId),
    // Which pictures stand among the words: few bodies have any, so that the index stays small.
    index('revisions_pictures').using('gin', sql`jsonb_path_query_array(${table.body}, '$.**.assetId')`),
    index('revisions_renderer').on(table.rendererVersion),
  ],
);

export const revisionTags = pgTable(
  'revision_tags',
  {
    revisionId: uuid('revision_id')
      .notNull()
      .references(() => revisions.id),
    tagId: uuid('tag_id')
      .notNull()
      .references(() => tags.id),
    position: integer('position').notNull(),
  },
  (table) => [primaryKey({ columns: [table.revisionId, table.tagId] })],
);

/** Who is credited, in this order. */
export const revisionBylines = pgTable(
  'revision_bylines',
  {
    revisionId: uuid('revision_id')
      .notNull()
      .references(() => revisions.id),
    bylineId: uuid('byline_id')
      .notNull()
      .references(() => bylines.id),
    position: integer('position').notNull(),
  },
  (table) => [primaryKey({ columns: [table.revisionId, table.bylineId] })],
);
