import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { archiveUnits } from '#lib/vocabulary.ts';
import { moment } from './columns.ts';
import { sections } from './section.ts';

/**
 * How many public stories a section has of each month, and of each second of a month's first and last day: months begin by
 * the clocks of the site, and between those of any two places lies less than a day. What has not been added up yet stands
 * in archive_steps: only the two together are true.
 */
export const archiveCounts = pgTable(
  'archive_counts',
  {
    sectionId: uuid('section_id')
      .notNull()
      .references(() => sections.id, { onDelete: 'cascade' }),
    unit: text('unit', { enum: archiveUnits }).notNull(),
    /** The first moment of the month (UTC), or the second. */
    since: moment('since').notNull(),
    stories: integer('stories').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sectionId, table.unit, table.since] }),
    check('archive_counts_unit', sql`${table.unit} in ('month', 'second')`),
  ],
);

/**
 * By how many public stories a section's archive grows or shrinks, and when: written by triggers beside every change of
 * what is public or will be. Planned ones wait here for their time.
 */
export const archiveSteps = pgTable(
  'archive_steps',
  {
    sectionId: uuid('section_id')
      .notNull()
      .references(() => sections.id, { onDelete: 'cascade' }),
    /** When the stories were first published: to the second near the edge of a month, else the month's second day (UTC). */
    since: moment('since').notNull(),
    /** From when on it counts; '-infinity' for what counts at once. */
    countsFrom: moment('counts_from').notNull(),
    stories: integer('stories').notNull(),
  },
  (table) => [
    index('archive_steps_section').on(table.sectionId, table.since),
    index('archive_steps_due').on(table.countsFrom),
  ],
);
