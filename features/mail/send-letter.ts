import 'server-only';
import { readSettings } from '#features/settings/queries.ts';
import { env } from '#lib/env.ts';
import { log } from '#lib/log.ts';
import { mailLeaves, sendMail } from '#lib/mail.ts';
import { composeLetter, type Letter } from './compose.ts';

interface Addressed extends Letter {
  readonly to: string;
  readonly subject: string;
}

/** Sends a letter in the site's name. In development its link stands in the log too. Throws when it cannot be sent. */
export async function sendLetter({ to, subject, ...letter }: Addressed): Promise<void> {
  const { name } = await readSettings();
  await sendMail({ to, fromName: name, subject, ...composeLetter(letter) });
  if (env().NODE_ENV === 'development' && !mailLeaves()) log.warn({ link: letter.link }, `a mail was kept: ${subject}`);
}
