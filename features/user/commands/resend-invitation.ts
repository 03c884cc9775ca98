import 'server-only';
import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { enqueueJob } from '#db/jobs.ts';
import { invitations } from '#db/schema/user.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { canManage } from '#features/settings/policy.ts';
import { invitationInput } from '#features/user/schema.ts';
import { expiryOf } from '#features/user/token.ts';
import { Refusal } from '#lib/errors.ts';

/** Sends an invitation once more, with a new link; the old one opens nothing from then on. */
export const resendInvitation = defineCommand({
  name: 'invitation.resend',
  input: invitationInput,
  allows: (actor) => canManage(actor, 'people'),
  async run({ tx, input: { invitationId }, audit }) {
    const [row] = await tx
      .update(invitations)
      .set({ expiresAt: expiryOf('invitation') })
      .where(and(eq(invitations.id, invitationId), isNull(invitations.acceptedAt), isNotNull(invitations.email)))
      .returning({ email: invitations.email });
    if (!row) throw new Refusal('not_found', 'This invitation is no more.');
    await enqueueJob(tx, 'send-invitation', { invitationId }, { key: `invitation:${invitationId}` });
    audit({ subjectKind: 'invitation', subjectId: invitationId, details: { email: row.email } });
    return { invitationId, email: row.email };
  },
});
