import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { pingChannels, pingStates } from '#lib/vocabulary.ts';
import { identity, moment } from './columns.ts';

/** What somebody outside was told of pages that changed, some at a time, and what came back. Kept for a month. */
export const pings = pgTable(
  'pings',
  {
    id: identity(),
    channel: text('channel', { enum: pingChannels }).notNull(),
    /** The address that is told. */
    endpoint: text('endpoint').notNull(),
    state: text('state', { enum: pingStates }).notNull().default('waiting'),
    /** How many addresses it names, and how many of them were taken. */
    count: integer('count').notNull().default(0),
    accepted: integer('accepted').notNull().default(0),
    attempts: integer('attempts').notNull().default(0),
    /** The status of the last answer, or why there was none. */
    status: integer('status'),
    problem: text('problem'),
    openedAt: moment('opened_at').notNull().defaultNow(),
    /** Since when it is under way, and no address is added; null again once nobody answered. */
    begunAt: moment('begun_at'),
    answeredAt: moment('answered_at'),
  },
  (table) => [
    check('pings_channel', sql`${table.channel} in ('indexNow', 'webSub')`),
    check('pings_state', sql`${table.state} in ('waiting', 'accepted', 'refused', 'abandoned')`),
    check('pings_accepted', sql`${table.accepted} between 0 and ${table.count}`),
    index('pings_open').on(table.channel).where(sql`begun_at is null`),
    index('pings_opened').on(table.openedAt),
  ],
);

/** The paths of the pages that a ping names. */
export const pingAddresses = pgTable(
  'ping_addresses',
  {
    pingId: uuid('ping_id')
      .notNull()
      .references(() => pings.id, { onDelete: 'cascade' }),
    address: text('address').notNull(),
    /** Answered for good, taken or not: it is not named again. */
    settled: boolean('settled').notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.pingId, table.address] })],
);
