import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { invitations } from '#db/schema/user.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { canManage } from '#features/settings/policy.ts';
import { invitationInput } from '#features/user/schema.ts';
import { Refusal } from '#lib/errors.ts';

/** Takes an invitation back; its link opens nothing from then on. */
export const withdrawInvitation = defineCommand({
  name: 'invitation.withdraw',
  input: invitationInput,
  allows: (actor) => canManage(actor, 'people'),
  async run({ tx, input: { invitationId }, audit }) {
    const [row] = await tx
      .delete(invitations)
      .where(and(eq(invitations.id, invitationId), isNull(invitations.acceptedAt)))
      .returning({ email: invitations.email });
    if (!row) throw new Refusal('not_found', 'This invitation is no more.');
    audit({ subjectKind: 'invitation', subjectId: invitationId, details: { email: row.email } });
    return { invitationId };
  },
});
