import 'server-only';
import { sendLetter } from '#features/mail/send-letter.ts';
import { readSettings } from '#features/settings/queries.ts';
import { systemActor } from '#features/user/actor.ts';
import { linkHours } from '#features/user/token.ts';
import { say } from '#lib/desk-words.ts';
import { siteUrl } from '#lib/env.ts';
import { renewInvitationLink } from './renew-invitation-link.ts';

/** Sends the mail of an invitation, with a link made for it: its secret is kept nowhere but in the mail. */
export async function sendInvitation(invitationId: string): Promise<void> {
  const invitation = await renewInvitationLink(systemActor('mail'), { invitationId });
  if (!invitation) return;
  const { name: site } = await readSettings();
  const { email, role, invitedBy, link } = invitation;
  const values = { site, role: say(`account.role.${role}`), url: siteUrl() };
  await sendLetter({
    to: email,
    subject: say('account.invitationMail.subject', values),
    lines: [
      invitedBy
        ? say('account.invitationMail.by', { ...values, name: invitedBy })
        : say('account.invitationMail.opening', values),
    ],
    link,
    linkText: say('account.invitationMail.link'),
    closing: [say('account.invitationMail.closing', { count: linkHours.invitation / 24 })],
  });
}
