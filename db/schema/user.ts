import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { roles } from '#lib/vocabulary.ts';
import { caselessText, createdAt, identity, moment } from './columns.ts';

const isRole = (column: unknown) => sql`${column} in ('contributor', 'author', 'editor', 'admin')`;

/** Somebody with an account at the desk. */
export const users = pgTable(
  'users',
  {
    id: identity(),
    email: caselessText('email').notNull().unique(),
    name: text('name').notNull(),
    role: text('role', { enum: roles }).notNull(),
    passwordHash: text('password_hash'),
    suspendedAt: moment('suspended_at'),
    createdAt: createdAt(),
  },
  (table) => [check('users_role', isRole(table.role))],
);

/** Sign-ins by way of another provider, in the shape that next-auth reads. */
export const accounts = pgTable(
  'accounts',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    type: text('type').notNull(),
    provider: text('provider').notNull(),
    providerAccountId: text('provider_account_id').notNull(),
    refreshToken: text('refresh_token'),
    accessToken: text('access_token'),
    expiresAt: integer('expires_at'),
    tokenType: text('token_type'),
    scope: text('scope'),
    idToken: text('id_token'),
    sessionState: text('session_state'),
  },
  (table) => [
    primaryKey({ columns: [table.provider, table.providerAccountId] }),
    index('accounts_user').on(table.userId),
  ],
);

/** One sign-in at the desk. The signed token in the cookie carries only this row's id. */
export const sessions = pgTable(
  'sessions',
  {
    id: identity(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
    expiresAt: moment('expires_at').notNull(),
    endedAt: moment('ended_at'),
    /** The browser as it named itself, for whoever looks at their own sessions. */
    agent: text('agent').notNull().default(''),
  },
  (table) => [index('sessions_user').on(table.userId)],
);

/** A link by which somebody becomes a user. Only the token's hash is kept. The first admin's link names no address. */
export const invitations = pgTable(
  'invitations',
  {
    id: identity(),
    email: caselessText('email'),
    role: text('role', { enum: roles }).notNull(),
    tokenHash: text('token_hash').notNull().unique(),
    invitedBy: uuid('invited_by').references(() => users.id),
    createdAt: createdAt(),
    expiresAt: moment('expires_at').notNull(),
    acceptedAt: moment('accepted_at'),
  },
  (table) => [check('invitations_role', isRole(table.role))],
);

/** A link by which somebody who forgot a password sets a new one. Only the token's hash is kept. */
export const passwordResets = pgTable(
  'password_resets',
  {
    id: identity(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    tokenHash: text('token_hash').notNull().unique(),
    createdAt: createdAt(),
    expiresAt: moment('expires_at').notNull(),
    usedAt: moment('used_at'),
  },
  (table) => [index('password_resets_user').on(table.userId)],
);
