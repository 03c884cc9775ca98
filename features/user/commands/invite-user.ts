import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { enqueueJob } from '#db/jobs.ts';
import { invitations, users } from '#db/schema/user.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { canManage } from '#features/settings/policy.ts';
import { userIdOf } from '#features/user/actor.ts';
import { inviteUserInput } from '#features/user/schema.ts';
import { expiryOf, hashToken, newToken } from '#features/user/token.ts';
import { Refusal } from '#lib/errors.ts';
import { lockPeople } from './lock-people.ts';

/** Invites somebody to the desk. The worker sends the mail, and makes the link that stands in it. */
export const inviteUser = defineCommand({
  name: 'invitation.create',
  input: inviteUserInput,
  allows: (actor) => canManage(actor, 'people'),
  async run({ tx, actor, input: { email, role, mail }, audit }) {
    await lockPeople(tx);
    const [user] = await tx.select({ id: users.id }).from(users).where(eq(users.email, email));
    if (user) throw taken('There is an account with this address already.');
    const [waiting] = await tx
      .select({ id: invitations.id })
      .from(invitations)
      .where(and(eq(invitations.email, email), isNull(invitations.acceptedAt)));
    if (waiting) throw taken('This address is invited already; send that invitation again, or withdraw it.');
    const [row] = await tx
      .insert(invitations)
      // The link's own secret is made when the mail is: until then nobody knows what opens it.
      .values({
        email,
        role,
        tokenHash: hashToken(newToken()),
        invitedBy: userIdOf(actor),
        expiresAt: expiryOf('invitation'),
      })
      .returning({ invitationId: invitations.id });
    if (!row) throw new Error('The invitation was not written.');
    if (mail) await enqueueJob(tx, 'send-invitation', row, { key: `invitation:${row.invitationId}` });
    audit({ subjectKind: 'invitation', subjectId: row.invitationId, details: { email, role } });
    return { ...row, email, role };
  },
});

const taken = (message: string) => new Refusal('conflict', message, { email: message });
