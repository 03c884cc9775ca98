import { sql } from 'drizzle-orm';
import { check, index, pgTable, text } from 'drizzle-orm/pg-core';
import { createdAt, identity } from './columns.ts';

/**
 * Addresses that lead elsewhere: a section's former slug, an address of the site that was here before. Stories that
 * moved need no row here, since article_addresses knows them.
 */
export const redirects = pgTable(
  'redirects',
  {
    id: identity(),
    path: text('path').notNull().unique(),
    target: text('target').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    // Which of them lead to an address, and to what is under it: in bytes, as ranges of a prefix need.
    index('redirects_target').on(sql`(${table.target} collate "C")`).concurrently(),
    check('redirects_paths', sql`${table.path} like '/%' and ${table.target} ~ '^(/|https?://)'`),
    check('redirects_lead_elsewhere', sql`${table.path} <> ${table.target}`),
  ],
);
