import { sql } from 'drizzle-orm';
import { bigint, check, index, pgTable, text } from 'drizzle-orm/pg-core';
import { createdAt } from './columns.ts';

export const purgeKinds = ['refresh', 'destroy'] as const;

/** The outbox of cache tags: written in the transaction of the change, read by every page cache. */
export const purges = pgTable(
  'purges',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    kind: text('kind', { enum: purgeKinds }).notNull(),
    tags: text('tags').array().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    check('purges_kind', sql`${table.kind} in ('refresh', 'destroy')`),
    index('purges_created').on(table.createdAt),
  ],
);
