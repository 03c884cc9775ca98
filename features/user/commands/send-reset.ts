import 'server-only';
import { sendLetter } from '#features/mail/send-letter.ts';
import { readSettings } from '#features/settings/queries.ts';
import { systemActor } from '#features/user/actor.ts';
import { linkHours } from '#features/user/token.ts';
import { say } from '#lib/desk-words.ts';
import { makeResetLink } from './make-reset-link.ts';

/** Sends the mail that resets a password, if this is the address of an account; nobody is told otherwise. */
export async function sendReset(email: string): Promise<void> {
  const reset = await makeResetLink(systemActor('mail'), { email });
  if (!reset) return;
  const { name: site } = await readSettings();
  await sendLetter({
    to: reset.email,
    subject: say('account.resetMail.subject', { site }),
    lines: [say('account.resetMail.opening', { name: reset.name, site })],
    link: reset.link,
    linkText: say('account.resetMail.link'),
    closing: [say('account.resetMail.closing', { count: linkHours.reset * 60 })],
  });
}
