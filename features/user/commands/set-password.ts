import 'server-only';
import { eq } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { passwordResets, users } from '#db/schema/user.ts';
import { endSessionsOf } from './end-sessions-of.ts';

/** Sets a password, in this order: a sign-in under way waits for the user's row, and then no longer fits it. */
export async function setPassword(
  tx: Transaction,
  userId: string,
  passwordHash: string,
  stays?: string,
): Promise<void> {
  await tx.update(users).set({ passwordHash }).where(eq(users.id, userId));
  await endSessionsOf(tx, userId, stays);
  await tx.delete(passwordResets).where(eq(passwordResets.userId, userId));
}
