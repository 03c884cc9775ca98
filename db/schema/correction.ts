import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { articles } from './article.ts';
import { createdAt, identity, moment } from './columns.ts';
import { users } from './user.ts';

/** A dated public note on what was wrong in a story. Its words never change: one that is itself wrong is withdrawn. */
export const corrections = pgTable(
  'corrections',
  {
    id: identity(),
    articleId: uuid('article_id')
      .notNull()
      .references(() => articles.id),
    text: text('text').notNull(),
    createdBy: uuid('created_by').references(() => users.id),
    /** When it was issued: the date that readers see. */
    createdAt: createdAt(),
    withdrawnAt: moment('withdrawn_at'),
  },
  (table) => [
    index('corrections_article').on(table.articleId, table.createdAt),
    index('corrections_latest').on(table.createdAt, table.id),
  ],
);
