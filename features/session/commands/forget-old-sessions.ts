import 'server-only';
import { and, isNull, lt, or, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { invitations, passwordResets, sessions } from '#db/schema/user.ts';

const monthAgo = sql`now() - interval '30 days'`;

/** Removes sessions that ended a month ago, and links that nobody used in time. What happened stays in the audit log. */
export async function forgetOldSessions(): Promise<void> {
  const db = database();
  await db.delete(sessions).where(or(lt(sessions.endedAt, monthAgo), lt(sessions.expiresAt, monthAgo)));
  await db.delete(passwordResets).where(lt(passwordResets.expiresAt, sql`now()`));
  await db.delete(invitations).where(and(isNull(invitations.acceptedAt), lt(invitations.expiresAt, monthAgo)));
}
