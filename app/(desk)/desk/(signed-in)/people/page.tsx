import type { Metadata } from 'next';
import { InviteDialog } from '#components/desk/invite-dialog.client.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { requireSignedIn } from '#features/session/queries.ts';
import { canManage } from '#features/settings/policy.ts';
import { readSettings } from '#features/settings/queries.ts';
import { inviteAction } from '#features/user/actions.ts';
import { listInvitations, listPeople } from '#features/user/queries.ts';
import { say } from '#lib/desk-words.ts';
import { mailLeaves } from '#lib/mail.ts';
import { forbiddenPage } from '../../../forbidden-page.tsx';
import { InvitationTable } from './invitation-table.tsx';
import { PeopleTable } from './people-table.tsx';

export const metadata: Metadata = { title: say('account.people.title') };

/** Everybody with an account, and who is invited. */
export default async function PeoplePage() {
  const actor = await requireSignedIn();
  if (!canManage(actor, 'people')) return forbiddenPage();
  const [people, invitations, { timeZone }] = await Promise.all([listPeople(), listInvitations(), readSettings()]);
  const style = { language: 'en', timeZone };
  return (
    <>
      <PageTitle title={say('account.people.title')}>
        {!mailLeaves() && <LinkButton href="/desk/mail">{say('account.mail.title')}</LinkButton>}
        <InviteDialog invite={inviteAction} />
      </PageTitle>
      <PeopleTable people={people} ownId={actor.id} style={style} />
      {invitations.length > 0 && (
        <section aria-labelledby="invited" className="mbs-8">
          <h2 id="invited" className="font-bold mbe-2">
            {say('account.invitations.title')}
          </h2>
          <InvitationTable invitations={invitations} style={style} />
        </section>
      )}
    </>
  );
}
