import type { Metadata } from 'next';
import Link from 'next/link';
import { PickStory } from '#components/desk/pick-story.client.tsx';
import { PinList } from '#components/desk/pins/pin-list.client.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { zoneName } from '#features/draft/model-time.ts';
import { addPinAction, orderPinsAction, removePinAction, timePinAction } from '#features/pin/actions.ts';
import { listPins } from '#features/pin/queries-desk.ts';
import { requireSignedIn } from '#features/session/queries.ts';
import { canManage } from '#features/settings/policy.ts';
import { readSettings } from '#features/settings/queries.ts';
import { single } from '#lib/address.ts';
import { say } from '#lib/desk-words.ts';
import { type PinPlace, pinPlaces } from '#lib/vocabulary.ts';
import { forbiddenPage } from '../../../forbidden-page.tsx';
import { pinRow } from './pin-row.ts';
import { PublicNow } from './public-now.tsx';

export const metadata: Metadata = { title: say('pins.title') };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function PinsPage({ searchParams }: Props) {
  const actor = await requireSignedIn();
  if (!canManage(actor, 'pin')) return forbiddenPage();
  const wanted = single(await searchParams, 'place');
  const place = pinPlaces.find((one) => one === wanted) ?? 'front';
  const [pins, { timeZone }] = await Promise.all([listPins(place), readSettings()]);
  return (
    <>
      <PageTitle title={say('pins.title')} text={say(`pins.text.${place}`)} />
      <PlaceTabs place={place} />
      <div className="beside">
        <div className="grid content-start gap-4">
          <PickStory
            label={say(`pins.add.${place}`)}
            except={pins.map(({ articleId }) => articleId)}
            state="published"
            pick={addPinAction.bind(null, place)}
          />
          {pins.length > 0 ? (
            <PinList
              label={say(`pins.place.${place}`)}
              rows={pins.map((pin) => pinRow(pin, timeZone))}
              zone={zoneName(timeZone, new Date())}
              order={place === 'unrecommended' ? null : orderPinsAction.bind(null, place)}
              remove={removePinAction.bind(null, place)}
              time={timePinAction.bind(null, place)}
            />
          ) : (
            <EmptyState title={say('pins.none')} text={say(`pins.noneText.${place}`)} />
          )}
        </div>
        {place !== 'unrecommended' && <PublicNow place={place} pinned={pins.map(({ articleId }) => articleId)} />}
      </div>
    </>
  );
}

function PlaceTabs({ place }: { place: PinPlace }) {
  return (
    <nav aria-label={say('pins.places')} className="tabs-list mbe-4">
      {pinPlaces.map((one) => (
        <Link
          key={one}
          href={`/desk/pins?place=${one}`}
          prefetch={false}
          className="tab"
          aria-current={one === place ? 'page' : undefined}
        >
          {say(`pins.place.${one}`)}
        </Link>
      ))}
    </nav>
  );
}
