import 'server-only';
import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { users } from '#db/schema/user.ts';
import { Refusal } from '#lib/errors.ts';
import type { Role } from '#lib/vocabulary.ts';

/** Changes of who is who take turns: of two that are right one by one, both together may leave nobody in charge. */
export async function lockPeople(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('people'))`);
}

/** The user, locked until the transaction ends. Throws `Refusal` 'not_found'. */
export async function lockUser(tx: Transaction, userId: string) {
  const [user] = await tx
    .select({ name: users.name, email: users.email, role: users.role, suspendedAt: users.suspendedAt })
    .from(users)
    .where(eq(users.id, userId))
    .for('update');
  if (!user) throw new Refusal('not_found', 'There is no such person.');
  return user;
}

interface Standing {
  readonly role: Role;
  readonly suspendedAt: Date | null;
}

/** Refuses to take an admin away when no other could do what admins do. */
export async function refuseLastAdmin(tx: Transaction, userId: string, now: Standing): Promise<void> {
  if (now.role !== 'admin' || now.suspendedAt) return;
  const [other] = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.role, 'admin'), isNull(users.suspendedAt), ne(users.id, userId)))
    .limit(1);
  if (!other) throw new Refusal('conflict', 'This is the last admin; make somebody else an admin first.');
}
