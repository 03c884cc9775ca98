import { sql } from 'drizzle-orm';
import { check, date, integer, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';

/**
 * Where the further parts of a crowded month begin in the sitemap, in the order of publications_latest. What is before the
 * first of them is part 1, which has no row. These are only places: which stories a part holds is asked of articles_public.
 */
export const sitemapParts = pgTable(
  'sitemap_parts',
  {
    /** The first day of the month (UTC). */
    month: date('month').notNull(),
    part: integer('part').notNull(),
    since: moment('since').notNull(),
    sinceArticle: uuid('since_article').notNull(),
  },
  (table) => [primaryKey({ columns: [table.month, table.part] }), check('sitemap_parts_part', sql`${table.part} > 1`)],
);
