import type { Metadata } from 'next';
import { InviteDialog } from '#components/desk/invite-dialog.client.tsx';
import { NamePager } from '#components/desk/name-pager.tsx';
import { NameSearch } from '#components/desk/name-search.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { nameQuery } from '#features/search/model-names.ts';
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
export default async function PeoplePage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const actor = await requireSignedIn();
  if (!canManage(actor, 'people')) return forbiddenPage();
  const query = nameQuery.parse(await searchParams);
  const [{ rows, after }, invitations, { timeZone }] = await Promise.all([
    listPeople(query),
    listInvitations(),
    readSettings(),
  ]);
  const style = { language: 'en', timeZone };
  return (
    <>
      <PageTitle title={say('account.people.title')}>
        {!mailLeaves() && <LinkButton href="/desk/mail">{say('account.mail.title')}</LinkButton>}
        <InviteDialog invite={inviteAction} mailed={mailLeaves()} />
      </PageTitle>
      {(rows.length > 9 || query.q || after) && (
        <NameSearch action="/desk/people" q={query.q} label={say('account.people.find')} />
      )}
      {rows.length > 0 ? (
        <PeopleTable people={rows} ownId={actor.id} style={style} />
      ) : (
        <EmptyState title={say('site.nothing')} text={say('account.people.nothingText')} />
      )}
      <NamePager path="/desk/people" query={query} after={after} />
      {invitations.length > 0 && (
        <section aria-labelledby="invited" className="mbs-8">
          <h2 id="invited" className="font-bold mbe-2">
            {say('account.invitations.title')}
          </h2>
          {!mailLeaves() && <p className="text-soft mbe-2">{say('account.invitations.kept')}</p>}
          <InvitationTable invitations={invitations} mailed={mailLeaves()} style={style} />
        </section>
      )}
    </>
  );
}
