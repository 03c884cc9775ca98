import type { Metadata } from 'next';
import { KeysetPager } from '#components/desk/keyset-pager.tsx';
import { PingTable } from '#components/desk/ping-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { listPings } from '#features/ping/queries.ts';
import { pingsQuery } from '#features/ping/schema.ts';
import { requireSignedIn } from '#features/session/queries.ts';
import { canManage } from '#features/settings/policy.ts';
import { readSettings } from '#features/settings/queries.ts';
import { withQuery } from '#lib/address.ts';
import { say } from '#lib/desk-words.ts';
import { forbiddenPage } from '../../../forbidden-page.tsx';

export const metadata: Metadata = { title: say('pings.title') };

const path = '/desk/pings';

/** What search engines and the hub of the feeds were told, and what they answered. */
export default async function PingsPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const actor = await requireSignedIn();
  if (!canManage(actor, 'settings')) return forbiddenPage();
  const query = pingsQuery.parse(await searchParams);
  const [{ lines, before }, { timeZone }] = await Promise.all([listPings(query), readSettings()]);
  return (
    <>
      <PageTitle title={say('pings.title')} text={say('pings.text')} />
      {lines.length > 0 ? (
        <PingTable lines={lines} now={new Date()} timeZone={timeZone} />
      ) : (
        <EmptyState title={say('pings.none')} text={say('pings.noneText')}>
          <LinkButton href="/desk/settings/machines">{say('settings.machines')}</LinkButton>
        </EmptyState>
      )}
      <KeysetPager
        label={say('site.pages')}
        newer={query.before ? { href: path, name: say('pings.newest') } : null}
        older={before ? { href: withQuery(path, { before }), name: say('pings.older') } : null}
      />
    </>
  );
}
