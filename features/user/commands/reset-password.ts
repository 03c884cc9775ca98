import 'server-only';
import type { Transaction } from '#db/client.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { findOpenReset, type OpenReset } from '#features/user/links.ts';
import { hashNewPassword } from '#features/user/password.ts';
import { resetPasswordInput } from '#features/user/schema.ts';
import { Refusal } from '#lib/errors.ts';
import { lockUser } from './lock-people.ts';
import { setPassword } from './set-password.ts';

/** Sets a new password for whoever holds a reset's link, once, and signs them out everywhere. */
export const resetPassword = defineCommand({
  name: 'user.reset-password',
  input: resetPasswordInput,
  allows: (actor) => actor.kind === 'system',
  async run({ tx, input: { token, password }, audit }) {
    const reset = await openReset(tx, token);
    const passwordHash = await hashNewPassword(password, reset);
    await lockUser(tx, reset.userId);
    await openReset(tx, token);
    await setPassword(tx, reset.userId, passwordHash);
    audit({ subjectKind: 'user', subjectId: reset.userId });
    return { userId: reset.userId, email: reset.email };
  },
});

async function openReset(tx: Transaction, token: string): Promise<OpenReset> {
  const reset = await findOpenReset(token, tx);
  if (!reset) throw new Refusal('not_found', 'This link is used or too old; ask for a new one.');
  return reset;
}
