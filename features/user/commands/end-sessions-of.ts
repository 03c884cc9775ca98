import 'server-only';
import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { sessions } from '#db/schema/user.ts';

/** Signs a user out everywhere, but for the session that is to stay; with the next request. Returns how many ended. */
export async function endSessionsOf(tx: Transaction, userId: string, stays?: string): Promise<number> {
  const ended = await tx
    .update(sessions)
    .set({ endedAt: sql`now()` })
    .where(and(eq(sessions.userId, userId), isNull(sessions.endedAt), stays ? ne(sessions.id, stays) : undefined))
    .returning({ id: sessions.id });
  return ended.length;
}
