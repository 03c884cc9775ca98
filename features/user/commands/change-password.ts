import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { users } from '#db/schema/user.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { spendPasswordCheck } from '#features/session/limits.ts';
import { userIdOf } from '#features/user/actor.ts';
import { hashNewPassword, isPassword } from '#features/user/password.ts';
import { changePasswordInput } from '#features/user/schema.ts';
import { Refusal } from '#lib/errors.ts';
import { setPassword } from './set-password.ts';

/**
 * Changes the own password by way of the present one. Every other session of the user ends; `stays` names the one that
 * asks, by what the server knows of it.
 */
export const changePassword = defineCommand({
  name: 'user.change-password',
  input: changePasswordInput.extend({ stays: z.uuid() }),
  allows: (actor) => actor.kind === 'user',
  async run({ tx, actor, input, audit }) {
    const userId = userIdOf(actor) ?? '';
    await spendPasswordCheck(userId);
    const [user] = await tx
      .select({ email: users.email, name: users.name, passwordHash: users.passwordHash })
      .from(users)
      .where(and(eq(users.id, userId), isNull(users.suspendedAt)))
      .for('update');
    if (!(await isPassword(input.current, user?.passwordHash)) || !user) {
      const message = 'This is not your present password.';
      throw new Refusal('invalid', message, { current: message });
    }
    await setPassword(tx, userId, await hashNewPassword(input.password, user), input.stays);
    audit({ subjectKind: 'user', subjectId: userId });
    return { userId };
  },
});
