import { createTransport } from 'nodemailer';
import { env, siteUrl } from '#lib/env.ts';
import { keepMail } from '#lib/kept-mail.ts';

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
  if (SMTP_URL === undefined) return keepMail(mail);
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

function sender(): string {
  return env().MAIL_FROM ?? `noreply@${new URL(siteUrl()).hostname}`;
}
