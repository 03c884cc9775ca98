import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, identity } from './columns.ts';
import { users } from './user.ts';

/** The people credited. They need not have accounts at the desk. */
export const bylines = pgTable(
  'bylines',
  {
    id: identity(),
    handle: text('handle').notNull().unique(),
    name: text('name').notNull(),
    biography: text('biography').notNull().default(''),
    userId: uuid('user_id').references(() => users.id),
    createdAt: createdAt(),
  },
  (table) => [
    check('bylines_handle_shape', sql`${table.handle} <> '' and ${table.handle} !~ '[/?#[:space:]]'`),
    index('bylines_by_name').on(sql`lower(${table.name})`, table.id),
    index('bylines_find').using('gin', sql`${table.name} gin_trgm_ops`),
  ],
);
