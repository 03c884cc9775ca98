import type { Metadata } from 'next';
import { DeliveryTable } from '#components/desk/fediverse/delivery-table.tsx';
import { FediverseForm } from '#components/desk/fediverse/fediverse-form.client.tsx';
import { FollowedTable } from '#components/desk/fediverse/followed-table.tsx';
import { KeysetPager } from '#components/desk/keyset-pager.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { listDeliveries, listFollowed } from '#features/fediverse/queries-desk.ts';
import { deliveriesQuery } from '#features/fediverse/schema-desk.ts';
import { requireSignedIn } from '#features/session/queries.ts';
import { changeSettingsAction } from '#features/settings/actions.ts';
import { canManage } from '#features/settings/policy.ts';
import { readSettings } from '#features/settings/queries.ts';
import { withQuery } from '#lib/address.ts';
import { say } from '#lib/desk-words.ts';
import { forbiddenPage } from '../../../forbidden-page.tsx';

export const metadata: Metadata = { title: say('fediverse.title') };

const path = '/desk/followers';

/** Who follows the site from elsewhere, what was sent to them, and whether they can. */
export default async function FollowersPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const actor = await requireSignedIn();
  if (!canManage(actor, 'settings')) return forbiddenPage();
  const query = deliveriesQuery.parse(await searchParams);
  const [followed, { lines, before }, { timeZone, fediverse }] = await Promise.all([
    listFollowed(),
    listDeliveries(query),
    readSettings(),
  ]);
  const on = fediverse === 'on';
  const isFirst = query.before === null;
  return (
    <>
      <PageTitle title={say('fediverse.title')} text={say(on ? 'fediverse.text' : 'fediverse.offText')} />
      {isFirst && <FediverseForm key={fediverse} action={changeSettingsAction} value={fediverse} />}
      {isFirst && on && (
        <section className="mbs-8">
          <h2 className="mbe-3 font-bold">{say('fediverse.followed')}</h2>
          <FollowedTable followed={followed} />
        </section>
      )}
      {(on || lines.length > 0) && (
        <section className="mbs-8">
          <h2 className="mbe-1 font-bold">{say('fediverse.deliveries')}</h2>
          <p className="mbe-3 text-soft">{say('fediverse.deliveriesText')}</p>
          {lines.length > 0 ? (
            <DeliveryTable lines={lines} now={new Date()} timeZone={timeZone} />
          ) : (
            <EmptyState title={say('fediverse.none')} text={say('fediverse.noneText')} />
          )}
          <KeysetPager
            label={say('site.pages')}
            newer={isFirst ? null : { href: path, name: say('fediverse.newest') }}
            older={before ? { href: withQuery(path, { before }), name: say('fediverse.older') } : null}
          />
        </section>
      )}
    </>
  );
}
