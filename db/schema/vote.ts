import { sql } from 'drizzle-orm';
import { bigint, boolean, check, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { voteIntents } from '#lib/vocabulary.ts';
import { articles } from './article.ts';
import { moment } from './columns.ts';

/** The ledger: one row for a reader and an article, and whether that reader's vote stands. */
export const votes = pgTable(
  'votes',
  {
    articleId: uuid('article_id')
      .notNull()
      .references(() => articles.id),
    voterId: uuid('voter_id').notNull(),
    standing: boolean('standing').notNull(),
    changedAt: moment('changed_at').notNull().defaultNow(),
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
    intent: text('intent', { enum: voteIntents }).notNull(),
    happenedAt: moment('happened_at').notNull().defaultNow(),
  },
  (table) => [
    check('vote_events_intent', sql`${table.intent} in ('vote', 'withdraw')`),
    index('vote_events_article').on(table.articleId, table.id),
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
