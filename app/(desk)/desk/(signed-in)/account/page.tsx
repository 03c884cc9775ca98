import type { Metadata } from 'next';
import { NameForm, PasswordForm } from '#components/desk/account-forms.client.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { requireSignedIn } from '#features/session/queries.ts';
import { readSettings } from '#features/settings/queries.ts';
import { changeNameAction, changePasswordAction } from '#features/user/actions.ts';
import { listSessions } from '#features/user/queries.ts';
import { say } from '#lib/desk-words.ts';
import { SessionTable } from './session-table.tsx';

export const metadata: Metadata = { title: say('account.own.title') };

/** The own account: name, password, and where one is signed in. */
export default async function AccountPage() {
  const { id, name, email, role, sessionId } = await requireSignedIn();
  const [sessions, { timeZone }] = await Promise.all([listSessions(id), readSettings()]);
  const about = say('account.own.about', { email, role: say(`account.role.${role}`) });
  return (
    <>
      <PageTitle title={say('account.own.title')} text={about} />
      <div className="grid gap-8 max-w-[44rem]">
        <section aria-labelledby="own-name">
          <h2 id="own-name" className="font-bold mbe-2">
            {say('account.own.name')}
          </h2>
          <NameForm action={changeNameAction} name={name} />
        </section>
        <section aria-labelledby="own-password">
          <h2 id="own-password" className="font-bold">
            {say('account.own.password')}
          </h2>
          <p className="text-soft mbe-2">{say('account.own.passwordText')}</p>
          <PasswordForm action={changePasswordAction} email={email} />
        </section>
        <section aria-labelledby="own-sessions">
          <h2 id="own-sessions" className="font-bold">
            {say('account.own.sessions')}
          </h2>
          <p className="text-soft mbe-2">{say('account.own.sessionsText')}</p>
          <SessionTable sessions={sessions} currentId={sessionId} style={{ language: 'en', timeZone }} />
        </section>
      </div>
    </>
  );
}
