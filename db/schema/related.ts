import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, real, unique, uuid } from 'drizzle-orm/pg-core';
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
    /** How alike the two are; the same from either side. 0 where it is not known. */
    score: real('score').notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.articleId, table.position] }),
    unique('related_once').on(table.articleId, table.relatedId),
    check('related_not_itself', sql`${table.articleId} <> ${table.relatedId}`),
    index('related_of').on(table.relatedId),
  ],
);
