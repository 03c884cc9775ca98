import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { passwordResets, users } from '#db/schema/user.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { canManage } from '#features/settings/policy.ts';
import { userIdOf } from '#features/user/actor.ts';
import { userInput } from '#features/user/schema.ts';
import { Refusal } from '#lib/errors.ts';
import { endSessionsOf } from './end-sessions-of.ts';
import { lockPeople, lockUser, refuseLastAdmin } from './lock-people.ts';
import { withdrawInvitationsOf } from './withdraw-invitations-of.ts';

/** Keeps somebody out: they are signed out with their next request, and no password or link lets them in,
 * nor whom they invited. */
export const suspendUser = defineCommand({
  name: 'user.suspend',
  input: userInput,
  allows: (actor) => canManage(actor, 'people'),
  async run({ tx, actor, input: { userId }, audit }) {
    if (userIdOf(actor) === userId) throw new Refusal('conflict', 'Another admin has to suspend your account.');
    await lockPeople(tx);
    const user = await lockUser(tx, userId);
    if (user.suspendedAt) return { userId };
    await refuseLastAdmin(tx, userId, user);
    await tx.update(users).set({ suspendedAt: sql`now()` }).where(eq(users.id, userId));
    await tx.delete(passwordResets).where(eq(passwordResets.userId, userId));
    await endSessionsOf(tx, userId);
    const invitationsWithdrawn = await withdrawInvitationsOf(tx, userId);
    audit({ subjectKind: 'user', subjectId: userId, details: { invitationsWithdrawn } });
    return { userId };
  },
});
