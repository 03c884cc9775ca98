import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { relatedReasons } from '#lib/vocabulary.ts';
import { articles } from './article.ts';

/** The stories about the same thing, best first, worked out when a story is published. */
export const related = pgTable(
  'related',
  {
    articleId: uuid('article_id')
      .notNull()
      .references(() => articles.id),
    position: integer('position').notNull(),
    relatedId: uuid('related_id')
      .notNull()
      .references(() => articles.id),
    reason: text('reason', { enum: relatedReasons }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.articleId, table.position] }),
    unique('related_once').on(table.articleId, table.relatedId),
    check('related_not_itself', sql`${table.articleId} <> ${table.relatedId}`),
    check('related_reason', sql`${table.reason} in ('tags', 'section')`),
    index('related_of').on(table.relatedId),
  ],
);
