import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { invitations } from '#db/schema/user.ts';

/** Takes back what somebody invited who may invite no longer: they know the links. Returns how many opened nothing yet. */
export async function withdrawInvitationsOf(tx: Transaction, userId: string): Promise<number> {
  const withdrawn = await tx
    .delete(invitations)
    .where(and(eq(invitations.invitedBy, userId), isNull(invitations.acceptedAt)))
    .returning({ id: invitations.id });
  return withdrawn.length;
}
