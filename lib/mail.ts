import { createTransport } from 'nodemailer';
import { env, siteUrl } from '#lib/env.ts';
import { keepMail } from '#lib/kept-mail.ts';
import { log } from '#lib/log.ts';

/** A mail to one person. */
export interface Mail {
  readonly to: string;
  /** The site's name, under which it comes. */
  readonly fromName: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Whether mails leave the machine; without SMTP_URL they are kept in the data folder, to be read at the desk. */
export const mailLeaves = (): boolean => env().SMTP_URL !== undefined;

/** Sends a mail by SMTP_URL, or keeps it. Throws when the server does not take it. */
export async function sendMail(mail: Mail): Promise<void> {
  const { SMTP_URL } = env();
  if (SMTP_URL === undefined) {
    await keepMail(mail);
    logLink(mail);
    return;
  }
  const transport = createTransport({
    url: SMTP_URL,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  });
  try {
    await transport.sendMail({
      to: { name: '', address: mail.to },
      from: { name: mail.fromName, address: sender() },
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      // No machine that is away may answer it (RFC 3834).
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  } finally {
    transport.close();
  }
}

/** In development the link that a mail brings is in the log too; elsewhere a log must not open anybody's account. */
function logLink({ text }: Mail): void {
  if (env().NODE_ENV !== 'development') return;
  log.info({ link: /https?:\/\/\S+/.exec(text)?.[0] }, 'a mail was kept');
}

function sender(): string {
  return env().MAIL_FROM ?? `noreply@${new URL(siteUrl()).hostname}`;
}
