import type { PinRow } from '#components/desk/pins/pin-row.ts';
import { localTime, sayMoment } from '#features/draft/model-time.ts';
import type { DeskPin } from '#features/pin/queries-desk.ts';
import { say } from '#lib/desk-words.ts';

/** A pin as the page shows it, its times by the site's clocks. */
export function pinRow({ articleId, headline, standing, startsAt, endsAt }: DeskPin, timeZone: string): PinRow {
  const from = standing === 'waiting' ? say('pins.fromMoment', { moment: sayMoment(startsAt, timeZone) }) : '';
  const until = endsAt ? say('pins.untilMoment', { moment: sayMoment(endsAt, timeZone) }) : '';
  return {
    ...{ articleId, headline, standing },
    startsAt: localTime(startsAt, timeZone),
    endsAt: endsAt ? localTime(endsAt, timeZone) : '',
    when: [from, until].filter(Boolean).join(' '),
  };
}
