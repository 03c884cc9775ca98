import 'server-only';
import { eq } from 'drizzle-orm';
import { users } from '#db/schema/user.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { canManage } from '#features/settings/policy.ts';
import { userInput } from '#features/user/schema.ts';
import { lockPeople, lockUser } from './lock-people.ts';

/** Lets somebody in again who was suspended. */
export const restoreUser = defineCommand({
  name: 'user.restore',
  input: userInput,
  allows: (actor) => canManage(actor, 'people'),
  async run({ tx, input: { userId }, audit }) {
    await lockPeople(tx);
    const user = await lockUser(tx, userId);
    if (!user.suspendedAt) return { userId };
    await tx.update(users).set({ suspendedAt: null }).where(eq(users.id, userId));
    audit({ subjectKind: 'user', subjectId: userId });
    return { userId };
  },
});
