import { sql } from 'drizzle-orm';
import { type AnyPgColumn, check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, identity } from './columns.ts';

/** The tree of sections. A section's address is its own slug, so that moving it in the tree breaks no link. */
export const sections = pgTable(
  'sections',
  {
    id: identity(),
    slug: text('slug').notNull().unique(),
    name: text('name').notNull(),
    description: text('description').notNull().default(''),
    parentId: uuid('parent_id').references((): AnyPgColumn => sections.id),
    position: integer('position').notNull().default(0),
    createdAt: createdAt(),
  },
  (table) => [
    check('sections_slug_shape', sql`${table.slug} <> '' and ${table.slug} !~ '[/?#[:space:]]'`),
    check('sections_not_own_parent', sql`${table.parentId} <> ${table.id}`),
    index('sections_parent').on(table.parentId),
  ],
);
