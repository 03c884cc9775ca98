import 'server-only';
import { eq } from 'drizzle-orm';
import { users } from '#db/schema/user.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { canManage } from '#features/settings/policy.ts';
import { changeRoleInput } from '#features/user/schema.ts';
import { endSessionsOf } from './end-sessions-of.ts';
import { lockPeople, lockUser, refuseLastAdmin } from './lock-people.ts';
import { withdrawInvitationsOf } from './withdraw-invitations-of.ts';

/** Gives somebody another role. They are signed out, and come back with what they may do now. */
export const changeRole = defineCommand({
  name: 'user.change-role',
  input: changeRoleInput,
  allows: (actor) => canManage(actor, 'people'),
  async run({ tx, input: { userId, role }, audit }) {
    await lockPeople(tx);
    const user = await lockUser(tx, userId);
    if (user.role === role) return { userId, role };
    await refuseLastAdmin(tx, userId, user);
    await tx.update(users).set({ role }).where(eq(users.id, userId));
    await endSessionsOf(tx, userId);
    // Who is no admin any longer invites nobody.
    await withdrawInvitationsOf(tx, userId);
    audit({ subjectKind: 'user', subjectId: userId, details: { from: user.role, to: role } });
    return { userId, role };
  },
});
