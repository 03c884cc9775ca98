import { sql } from 'drizzle-orm';
import { check, index, pgTable, text } from 'drizzle-orm/pg-core';
import { createdAt, identity } from './columns.ts';

/** Topics. */
export const tags = pgTable(
  'tags',
  {
    id: identity(),
    slug: text('slug').notNull().unique(),
    name: text('name').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    check('tags_slug_shape', sql`${table.slug} <> '' and ${table.slug} !~ '[/?#[:space:]]'`),
    index('tags_by_name').on(sql`lower(${table.name})`, table.id),
    index('tags_find').using('gin', sql`${table.name} gin_trgm_ops`),
  ],
);
