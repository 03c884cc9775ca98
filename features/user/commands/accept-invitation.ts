import 'server-only';
import { eq, sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { invitations, users } from '#db/schema/user.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { findOpenInvitation } from '#features/user/links.ts';
import { hashNewPassword } from '#features/user/password.ts';
import { acceptInvitationInput } from '#features/user/schema.ts';
import { Refusal } from '#lib/errors.ts';
import { lockPeople } from './lock-people.ts';

/** Makes a user of whoever holds an invitation's link, once. The link is the right to do so: the system acts for it. */
export const acceptInvitation = defineCommand({
  name: 'invitation.accept',
  input: acceptInvitationInput,
  allows: (actor) => actor.kind === 'system',
  async run({ tx, input, audit }) {
    // Nothing is hashed, which costs memory and time, for who has no link.
    const invitation = await openInvitation(tx, input.token);
    const email = invitation.email ?? input.email;
    if (!email) throw new Refusal('invalid', 'Write your address.', { email: 'Write your address.' });
    const passwordHash = await hashNewPassword(input.password, { email, name: input.name });
    await lockPeople(tx);
    await openInvitation(tx, input.token);
    if (invitation.email === null) await refuseSecondFirst(tx);
    const [user] = await tx
      .insert(users)
      .values({ email, name: input.name, role: invitation.role, passwordHash })
      .onConflictDoNothing()
      .returning({ id: users.id });
    if (!user) throw new Refusal('conflict', 'There is an account with this address already; sign in with it.');
    await tx.update(invitations).set({ acceptedAt: sql`now()` }).where(eq(invitations.id, invitation.id));
    audit({ subjectKind: 'user', subjectId: user.id, details: { role: invitation.role, invitation: invitation.id } });
    return { userId: user.id, email, role: invitation.role };
  },
});

async function openInvitation(tx: Transaction, token: string) {
  const invitation = await findOpenInvitation(token, tx);
  if (!invitation) throw new Refusal('not_found', 'This link is used, withdrawn or too old; ask for a new one.');
  return invitation;
}

async function refuseSecondFirst(tx: Transaction): Promise<void> {
  const [somebody] = await tx.select({ id: users.id }).from(users).limit(1);
  if (somebody) throw new Refusal('conflict', 'The first admin is here already; ask them for an invitation.');
}
