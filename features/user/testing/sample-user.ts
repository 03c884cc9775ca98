import { randomBytes } from 'node:crypto';
import { systemActor, type UserActor } from '#features/user/actor.ts';
import { acceptInvitation } from '#features/user/commands/accept-invitation.ts';
import { inviteUser } from '#features/user/commands/invite-user.ts';
import { renewInvitationLink } from '#features/user/commands/renew-invitation-link.ts';
import type { Role } from '#lib/vocabulary.ts';

export const tester = systemActor('test');

export interface SampleUser extends UserActor {
  readonly email: string;
  readonly password: string;
}

/** The secret in a link. */
export const tokenIn = (link: string): string => link.slice(link.lastIndexOf('/') + 1);

/** Somebody with an account, by way of an invitation. */
export async function sampleUser(role: Role, name = `Some ${role}`): Promise<SampleUser> {
  const email = `${role}-${randomBytes(6).toString('hex')}@herald.example`;
  const password = `lantern marsh ${randomBytes(6).toString('hex')}`;
  const { invitationId } = await inviteUser(tester, { email, role, mail: false });
  const invitation = await renewInvitationLink(tester, { invitationId });
  if (!invitation) throw new Error('The invitation has no link.');
  const { userId } = await acceptInvitation(tester, { token: tokenIn(invitation.link), name, password });
  return { kind: 'user', id: userId, name, role, email, password };
}
