import { jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';
import { users } from './user.ts';

/** The site's settings that differ from their defaults; features/settings/schema.ts says what may stand here. */
export const settings = pgTable('settings', {
  key: text('key').primaryKey(),
  value: jsonb('value').notNull(),
  changedBy: uuid('changed_by').references(() => users.id),
  changedAt: moment('changed_at').notNull().defaultNow(),
});
