import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { articles } from './article.ts';
import { moment } from './columns.ts';

/** Views by article and hour, people and machines apart. Partitioned by month in the migrations. */
export const viewBuckets = pgTable(
  'view_buckets',
  {
    articleId: uuid('article_id').notNull(),
    hour: moment('hour').notNull(),
    human: integer('human').notNull().default(0),
    filtered: integer('filtered').notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.articleId, table.hour] }),
    check('view_buckets_counts', sql`${table.human} >= 0 and ${table.filtered} >= 0`),
    index('view_buckets_hour').on(table.hour),
  ],
);

export const viewTotals = pgTable('view_totals', {
  articleId: uuid('article_id')
    .primaryKey()
    .references(() => articles.id),
  human: bigint('human', { mode: 'number' }).notNull().default(0),
  filtered: bigint('filtered', { mode: 'number' }).notNull().default(0),
});
