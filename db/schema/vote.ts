import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { quarantineDecisions, voteEventKinds } from '#lib/vocabulary.ts';
import { articles } from './article.ts';
import { identity, moment } from './columns.ts';
import { users } from './user.ts';

/**
 * The ledger: one row for a reader and an article, and whether that reader's vote stands. It counts while it stands and
 * is in no quarantine.
 */
export const votes = pgTable(
  'votes',
  {
    articleId: uuid('article_id')
      .notNull()
      .references(() => articles.id),
    voterId: uuid('voter_id').notNull(),
    standing: boolean('standing').notNull(),
    changedAt: moment('changed_at').notNull().defaultNow(),
    quarantineId: uuid('quarantine_id').references(() => voteQuarantines.id),
  },
  (table) => [primaryKey({ columns: [table.articleId, table.voterId] })],
);

/** The ledger's history: every change, in order. The app can add to it and read it, and nothing else. */
export const voteEvents = pgTable(
  'vote_events',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    articleId: uuid('article_id').notNull(),
    voterId: uuid('voter_id').notNull(),
    intent: text('intent', { enum: voteEventKinds }).notNull(),
    happenedAt: moment('happened_at').notNull().defaultNow(),
  },
  (table) => [
    check(
      'vote_events_intent',
      sql`${table.intent} in ('vote', 'withdraw', 'vote_held', 'withdraw_held', 'hold', 'release')`,
    ),
    index('vote_events_article').on(table.articleId, table.id),
    // Rows come in the order of time: a small index finds a day.
    index('vote_events_time').using('brin', table.happenedAt),
  ],
);

/** The tally: the ledger's count, changed in the same transaction, and apart from it a count brought from elsewhere. */
export const tallies = pgTable(
  'tallies',
  {
    articleId: uuid('article_id')
      .primaryKey()
      .references(() => articles.id),
    votes: integer('votes').notNull().default(0),
    importedVotes: integer('imported_votes').notNull().default(0),
  },
  (table) => [check('tallies_not_negative', sql`${table.votes} >= 0 and ${table.importedVotes} >= 0`)],
);

/**
 * A burst of votes from one network for one article, which counts only when an editor accepts it. The network is known by
 * a salted hash, which is forgotten.
 */
export const voteQuarantines = pgTable(
  'vote_quarantines',
  {
    id: identity(),
    articleId: uuid('article_id')
      .notNull()
      .references(() => articles.id),
    network: text('network'),
    openedAt: moment('opened_at').notNull().defaultNow(),
    decision: text('decision', { enum: quarantineDecisions }),
    decidedAt: moment('decided_at'),
    decidedBy: uuid('decided_by').references(() => users.id),
  },
  (table) => [
    unique('vote_quarantines_once').on(table.articleId, table.network),
    check('vote_quarantines_decision', sql`${table.decision} in ('accepted', 'rejected')`),
    check('vote_quarantines_decided', sql`(${table.decision} is null) = (${table.decidedAt} is null)`),
    index('vote_quarantines_open').on(table.id).where(sql`decision is null`),
  ],
);

/** What networks are hashed with, a day at a time; without the salt nobody can tell which network it was. */
export const voteSalts = pgTable('vote_salts', {
  day: date('day').primaryKey(),
  salt: text('salt').notNull(),
});

/** A day of an article's history, sealed: each hash is over the one before it and the day's events. */
export const voteSeals = pgTable(
  'vote_seals',
  {
    articleId: uuid('article_id')
      .notNull()
      .references(() => articles.id),
    day: date('day').notNull(),
    events: integer('events').notNull(),
    /** What counted at the end of the day. */
    votes: integer('votes').notNull(),
    previous: text('previous').notNull(),
    hash: text('hash').notNull(),
    sealedAt: moment('sealed_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.articleId, table.day] }),
    index('vote_seals_day').on(table.day),
    check('vote_seals_hashes', sql`length(${table.previous}) = 64 and length(${table.hash}) = 64`),
  ],
);

/** By how much the tallies of all stories changed in each hour of the days that are sealed. */
export const voteHours = pgTable('vote_hours', {
  hour: moment('hour').primaryKey(),
  votes: integer('votes').notNull(),
});
