import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, unique, uuid } from 'drizzle-orm/pg-core';
import { articles } from './article.ts';
import { identity, moment } from './columns.ts';
import { users } from './user.ts';

/**
 * The words being written: one working copy a story, which saves itself as somebody types and may be unfinished in every
 * field. It becomes a revision when it is published, submitted or kept on purpose.
 */
export const articleDrafts = pgTable(
  'article_drafts',
  {
    articleId: uuid('article_id')
      .primaryKey()
      .references(() => articles.id, { onDelete: 'cascade' }),
    /** As features/draft/schema.ts describes it. */
    content: jsonb('content').notNull(),
    /** Counts every save; a save made on an older count is refused. */
    version: integer('version').notNull().default(1),
    /** Names the last save, so that one sent twice is known as one. */
    saveId: uuid('save_id').notNull(),
    /** The newest revision that the words were in agreement with; null when they have changed since. */
    revisionId: uuid('revision_id'),
    savedBy: uuid('saved_by').references(() => users.id),
    savedAt: moment('saved_at').notNull().defaultNow(),
  },
  // Which pictures stand in the words: asked before one is changed or deleted.
  (table) => [
    index('article_drafts_pictures')
      .using('gin', sql`jsonb_path_query_array(${table.content}, '$.**.assetId')`)
      .concurrently(),
    index('article_drafts_hero').on(sql`(${table.content}->>'heroAssetId')`).concurrently(),
  ],
);

/** A working copy that somebody else's words took the place of, so that nobody's are lost. Never changed afterwards. */
export const draftCopies = pgTable(
  'draft_copies',
  {
    id: identity(),
    articleId: uuid('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    /** The working copy's count when it was replaced. */
    version: integer('version').notNull(),
    content: jsonb('content').notNull(),
    savedBy: uuid('saved_by').references(() => users.id),
    savedAt: moment('saved_at').notNull(),
    replacedBy: uuid('replaced_by').references(() => users.id),
    replacedAt: moment('replaced_at').notNull().defaultNow(),
  },
  (table) => [
    unique('draft_copies_version').on(table.articleId, table.version),
    index('draft_copies_pictures')
      .using('gin', sql`jsonb_path_query_array(${table.content}, '$.**.assetId')`)
      .concurrently(),
    index('draft_copies_hero').on(sql`(${table.content}->>'heroAssetId')`).concurrently(),
    index('draft_copies_replaced').on(table.replacedAt).concurrently(),
  ],
);

/** Who has a story open at the desk. A row that was not renewed for a minute counts no more. */
export const articleEditors = pgTable(
  'article_editors',
  {
    articleId: uuid('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    seenAt: moment('seen_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.articleId, table.userId] }), index('article_editors_seen').on(table.seenAt)],
);
