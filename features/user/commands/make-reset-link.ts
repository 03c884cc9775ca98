import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { passwordResets, users } from '#db/schema/user.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { requestResetInput } from '#features/user/schema.ts';
import { expiryOf, hashToken, linkFor, newToken } from '#features/user/token.ts';

/**
 * Makes the link by which a user sets a new password, for the mail or the terminal; those that were made before open
 * nothing any more. Null when nobody of this address may sign in.
 */
export const makeResetLink = defineCommand({
  name: 'user.reset-link',
  input: requestResetInput,
  allows: (actor) => actor.kind === 'system',
  async run({ tx, input: { email }, audit }) {
    const [user] = await tx
      .select({ id: users.id, name: users.name, email: users.email })
      .from(users)
      .where(and(eq(users.email, email), isNull(users.suspendedAt)))
      .for('update');
    if (!user) return null;
    const token = newToken();
    await tx.delete(passwordResets).where(eq(passwordResets.userId, user.id));
    await tx
      .insert(passwordResets)
      .values({ userId: user.id, tokenHash: hashToken(token), expiresAt: expiryOf('reset') });
    audit({ subjectKind: 'user', subjectId: user.id });
    return { email: user.email, name: user.name, link: linkFor('reset', token) };
  },
});
