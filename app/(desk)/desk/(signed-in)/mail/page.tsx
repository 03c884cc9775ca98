import type { Metadata } from 'next';
import { MailText } from '#components/desk/mail-text.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { Time } from '#components/ui/time.tsx';
import { requireSignedIn } from '#features/session/queries.ts';
import { canManage } from '#features/settings/policy.ts';
import { readSettings } from '#features/settings/queries.ts';
import { fullTime } from '#lib/dates.ts';
import { say } from '#lib/desk-words.ts';
import { readKeptMails } from '#lib/kept-mail.ts';
import { mailLeaves } from '#lib/mail.ts';
import { recordOutcome } from '#lib/trace.ts';
import { forbiddenPage } from '../../../forbidden-page.tsx';

export const metadata: Metadata = { title: say('account.mail.title') };

/** The mails that a site without a mail server would have sent. */
export default async function MailPage() {
  const actor = await requireSignedIn();
  if (!canManage(actor, 'mail')) return forbiddenPage();
  if (mailLeaves()) {
    recordOutcome(404);
    return <PageTitle title={say('account.mail.title')} text={say('account.mail.closed')} />;
  }
  const [mails, { timeZone }] = await Promise.all([readKeptMails(), readSettings()]);
  return (
    <>
      <PageTitle title={say('account.mail.title')} text={say('account.mail.text')} />
      {mails.length === 0 && <EmptyState title={say('account.mail.none')} text={say('account.mail.noneText')} />}
      {mails.map(({ id, to, subject, sentAt, text }) => {
        const sent = fullTime(sentAt, { language: 'en', timeZone });
        return (
          <article key={id} aria-labelledby={id} className="mbe-8 max-w-[44rem]">
            <h2 id={id} className="font-bold">
              {subject}
            </h2>
            <p className="text-soft mbe-2">
              <Time date={sentAt}>{say('account.mail.to', { to, sent })}</Time>
            </p>
            <MailText text={text} />
          </article>
        );
      })}
    </>
  );
}
