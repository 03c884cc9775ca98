import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { viewParts, viewSources } from '#lib/vocabulary.ts';
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

/** Views by minute and where readers came from, of the last hour alone: what is read now. */
export const viewMinutes = pgTable(
  'view_minutes',
  {
    minute: moment('minute').notNull(),
    articleId: uuid('article_id').notNull(),
    source: text('source', { enum: viewSources }).notNull(),
    human: integer('human').notNull().default(0),
    filtered: integer('filtered').notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.minute, table.articleId, table.source] }),
    check('view_minutes_source', sql`${table.source} in ('search', 'social', 'assistant', 'site', 'own', 'direct')`),
    check('view_minutes_counts', sql`${table.human} >= 0 and ${table.filtered} >= 0`),
  ],
);

/**
 * Views of the whole site by hour, added up in three ways: by where readers came from, by section and by byline, as they
 * were when the story was read. A few hundred rows an hour however many stories there are. A story with two bylines
 * counts for both, so that these do not add up to the whole.
 */
export const viewShares = pgTable(
  'view_shares',
  {
    part: text('part', { enum: viewParts }).notNull(),
    hour: moment('hour').notNull(),
    /** A source's name, or the id of a section or byline. */
    key: text('key').notNull(),
    human: integer('human').notNull().default(0),
    filtered: integer('filtered').notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.part, table.hour, table.key] }),
    check('view_shares_part', sql`${table.part} in ('source', 'section', 'byline')`),
    check('view_shares_counts', sql`${table.human} >= 0 and ${table.filtered} >= 0`),
  ],
);
