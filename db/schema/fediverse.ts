import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { activityKinds, deliveryStates } from '#lib/vocabulary.ts';
import { articles } from './article.ts';
import { bylines } from './byline.ts';
import { createdAt, identity, moment } from './columns.ts';
import { publications } from './publication.ts';

/** The pair of keys with which the site and its authors sign what they send (RSA, 2048 bits): one row. */
export const fediverseKey = pgTable(
  'fediverse_key',
  {
    only: boolean('only').primaryKey().default(true),
    /** SPKI, as PEM. */
    publicKey: text('public_key').notNull(),
    /** PKCS 8 in base64, sealed with the site's secret (lib/sealed.ts). */
    sealedPrivateKey: text('sealed_private_key').notNull(),
    createdAt: createdAt(),
  },
  (table) => [check('fediverse_key_only', sql`${table.only}`)],
);

/** Who follows the site, or somebody credited, from elsewhere. */
export const fediverseFollowers = pgTable(
  'fediverse_followers',
  {
    id: identity(),
    /** Whom they follow; null for the site. */
    bylineId: uuid('byline_id').references(() => bylines.id, { onDelete: 'cascade' }),
    /** The address of their actor. */
    follower: text('follower').notNull(),
    inbox: text('inbox').notNull(),
    /** Where all of their server can be told at once. */
    sharedInbox: text('shared_inbox'),
    /** The id of the Follow, by which an Undo may name it. */
    follow: text('follow').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    unique('fediverse_followers_once').on(table.bylineId, table.follower).nullsNotDistinct(),
    index('fediverse_followers_inbox').on(table.inbox),
  ],
);

/** What the followers were told of a story last. */
export const fediverseStories = pgTable('fediverse_stories', {
  articleId: uuid('article_id')
    .primaryKey()
    .references(() => articles.id, { onDelete: 'cascade' }),
  /** Counts up when the story is taken back: other servers never take what was deleted under the same address again. */
  round: integer('round').notNull().default(1),
  /** The publication that they know; null when they were told that it is gone. */
  publicationId: uuid('publication_id').references(() => publications.id),
  /** When what they know was changed, which is later than the story's date of update where that is only of substance. */
  editedAt: moment('edited_at'),
});

/** What is said to other servers. Its words are made when it is sent, of what is public then. */
export const fediverseActivities = pgTable(
  'fediverse_activities',
  {
    id: identity(),
    kind: text('kind', { enum: activityKinds }).notNull(),
    /** Who says it; null for the site. */
    bylineId: uuid('byline_id').references(() => bylines.id, { onDelete: 'cascade' }),
    articleId: uuid('article_id').references(() => articles.id, { onDelete: 'cascade' }),
    round: integer('round'),
    /** The Follow that is accepted: its id and who sent it. */
    follow: jsonb('follow').$type<{ id: string; actor: string }>(),
    createdAt: createdAt(),
  },
  (table) => [
    check(
      'fediverse_activities_kind',
      sql`${table.kind} in ('accept', 'create', 'update', 'delete', 'announce', 'undo')`,
    ),
    check('fediverse_activities_follow', sql`(${table.kind} = 'accept') = (${table.follow} is not null)`),
    check(
      'fediverse_activities_story',
      sql`(${table.kind} <> 'accept') = (${table.articleId} is not null and ${table.round} is not null)`,
    ),
    index('fediverse_activities_article').on(table.articleId),
    index('fediverse_activities_created').on(table.createdAt),
  ],
);

/** To which inboxes an activity goes, and what each answered last. */
export const fediverseDeliveries = pgTable(
  'fediverse_deliveries',
  {
    activityId: uuid('activity_id')
      .notNull()
      .references(() => fediverseActivities.id, { onDelete: 'cascade' }),
    inbox: text('inbox').notNull(),
    state: text('state', { enum: deliveryStates }).notNull().default('waiting'),
    attempts: integer('attempts').notNull().default(0),
    /** The status of the answer; null where there was none. */
    status: integer('status'),
    /** The first words of the answer, or why there was none. */
    answer: text('answer').notNull().default(''),
    changedAt: moment('changed_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.activityId, table.inbox] }),
    check('fediverse_deliveries_state', sql`${table.state} in ('waiting', 'taken', 'refused', 'failed', 'dropped')`),
    index('fediverse_deliveries_changed').on(table.changedAt),
    index('fediverse_deliveries_inbox').on(table.inbox, table.changedAt),
  ],
);

/** The inboxes that ever took a story: what is taken back is told to all of them, whoever follows still. */
export const fediverseInboxes = pgTable('fediverse_inboxes', {
  inbox: text('inbox').primaryKey(),
  takenAt: moment('taken_at').notNull().defaultNow(),
});

/** The ids of what other servers sent within the last day: nothing is taken twice. */
export const fediverseReceived = pgTable(
  'fediverse_received',
  {
    activity: text('activity').primaryKey(),
    receivedAt: moment('received_at').notNull().defaultNow(),
  },
  (table) => [index('fediverse_received_at').on(table.receivedAt)],
);
