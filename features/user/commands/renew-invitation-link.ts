import 'server-only';
import { and, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm';
import { invitations, users } from '#db/schema/user.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { invitationInput } from '#features/user/schema.ts';
import { hashToken, linkFor, newToken } from '#features/user/token.ts';

/**
 * Makes the link of an invitation, for the mail or the terminal; one that was made before opens nothing any more. Null
 * when the invitation is withdrawn, expired or accepted by now.
 */
export const renewInvitationLink = defineCommand({
  name: 'invitation.link',
  input: invitationInput,
  allows: (actor) => actor.kind === 'system',
  async run({ tx, input: { invitationId }, audit }) {
    const token = newToken();
    const [row] = await tx
      .update(invitations)
      .set({ tokenHash: hashToken(token) })
      .where(
        and(
          eq(invitations.id, invitationId),
          isNull(invitations.acceptedAt),
          isNotNull(invitations.email),
          gt(invitations.expiresAt, sql`now()`),
        ),
      )
      .returning({ email: invitations.email, role: invitations.role, invitedBy: invitations.invitedBy });
    if (!row?.email) return null;
    const [inviter] = row.invitedBy
      ? await tx.select({ name: users.name }).from(users).where(eq(users.id, row.invitedBy))
      : [];
    audit({ subjectKind: 'invitation', subjectId: invitationId, details: { email: row.email } });
    return { email: row.email, role: row.role, invitedBy: inviter?.name ?? null, link: linkFor('invitation', token) };
  },
});
