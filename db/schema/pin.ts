import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { pinPlaces } from '#lib/vocabulary.ts';
import { articles } from './article.ts';
import { createdAt, identity, moment } from './columns.ts';
import { users } from './user.ts';

/** A story that editors put in a place, for a time if they say so. */
export const pins = pgTable(
  'pins',
  {
    id: identity(),
    place: text('place', { enum: pinPlaces }).notNull(),
    articleId: uuid('article_id')
      .notNull()
      .references(() => articles.id),
    position: integer('position').notNull(),
    startsAt: moment('starts_at').notNull().defaultNow(),
    endsAt: moment('ends_at'),
    createdBy: uuid('created_by').references(() => users.id),
    createdAt: createdAt(),
  },
  (table) => [
    unique('pins_once').on(table.place, table.articleId),
    check('pins_place', sql`${table.place} in ('front', 'recommendation', 'unrecommended')`),
    check('pins_order', sql`${table.endsAt} > ${table.startsAt}`),
    index('pins_place_position').on(table.place, table.position),
  ],
);
