import 'server-only';
import { and, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { invitations, users } from '#db/schema/user.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { expiryOf, hashToken, linkFor, newToken } from '#features/user/token.ts';
import { lockPeople } from './lock-people.ts';

/**
 * Makes the link by which the first admin comes in, once; one that was made before opens nothing any more. Null when
 * there is a user already.
 */
export const inviteFirstAdmin = defineCommand({
  name: 'invitation.first-admin',
  input: z.object({}),
  allows: (actor) => actor.kind === 'system',
  async run({ tx, audit }) {
    await lockPeople(tx);
    await tx.delete(invitations).where(and(isNull(invitations.email), isNull(invitations.acceptedAt)));
    const [somebody] = await tx.select({ id: users.id }).from(users).limit(1);
    if (somebody) return null;
    const token = newToken();
    const [row] = await tx
      .insert(invitations)
      .values({ email: null, role: 'admin', tokenHash: hashToken(token), expiresAt: expiryOf('first-admin') })
      .returning({ id: invitations.id, expiresAt: invitations.expiresAt });
    if (!row) throw new Error('The invitation was not written.');
    audit({ subjectKind: 'invitation', subjectId: row.id, details: { role: 'admin' } });
    return { link: linkFor('first-admin', token), expiresAt: row.expiresAt };
  },
});
