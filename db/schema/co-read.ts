import { sql } from 'drizzle-orm';
import { check, date, index, integer, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { articles } from './article.ts';

/** How many readers read two stories on one day; five or more are added at a time, and nothing says who they were. */
export const coReads = pgTable(
  'co_reads',
  {
    articleId: uuid('article_id')
      .notNull()
      .references(() => articles.id),
    otherId: uuid('other_id')
      .notNull()
      .references(() => articles.id),
    readers: integer('readers').notNull(),
    /** The last day (UTC) on which there were more. */
    lastOn: date('last_on', { mode: 'string' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.articleId, table.otherId] }),
    check('co_reads_two', sql`${table.articleId} <> ${table.otherId}`),
    check('co_reads_readers', sql`${table.readers} >= 5`),
    index('co_reads_most').on(table.articleId, table.readers),
    index('co_reads_other').on(table.otherId),
  ],
);
