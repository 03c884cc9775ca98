import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { identity, moment } from './columns.ts';

/** Who did what to which thing. The app can add to it and read it, and nothing else. */
export const auditLog = pgTable(
  'audit_log',
  {
    id: identity(),
    happenedAt: moment('happened_at').notNull().defaultNow(),
    /** The user, or null when the system itself acted (a job, the command line). */
    actorId: uuid('actor_id'),
    actorName: text('actor_name').notNull(),
    action: text('action').notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id').notNull(),
    details: jsonb('details').notNull().default({}),
    requestId: text('request_id'),
  },
  (table) => [
    index('audit_log_subject').on(table.subjectKind, table.subjectId, table.id),
    index('audit_log_actor').on(table.actorId, table.id),
    index('audit_log_action').on(table.action, table.id).concurrently(),
    index('audit_log_actor_action').on(table.actorId, table.action, table.id).concurrently(),
  ],
);
