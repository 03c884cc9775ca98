import 'server-only';
import { eq } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { users } from '#db/schema/user.ts';
import { Refusal } from '#lib/errors.ts';

/** Throws 'invalid' for an account that there is not. */
export async function refuseUnknownUser(tx: Transaction, userId: string | null): Promise<void> {
  if (userId === null) return;
  const [user] = await tx.select({ id: users.id }).from(users).where(eq(users.id, userId));
  if (!user) throw new Refusal('invalid', 'There is no such account.', { userId: 'There is no such account.' });
}
