'use server';
import { momentOf } from '#features/draft/model-time.ts';
import { deskAction } from '#features/session/desk-action.ts';
import type { DoneResult } from '#features/session/done.ts';
import { readSettings } from '#features/settings/queries.ts';
import { say } from '#lib/desk-words.ts';
import { Refusal } from '#lib/errors.ts';
import { formText } from '#lib/form-text.ts';
import type { PinPlace } from '#lib/vocabulary.ts';
import { orderPins } from './commands/order-pins.ts';
import { pinArticle } from './commands/pin-article.ts';
import { unpinArticle } from './commands/unpin-article.ts';

/** Puts a story at the end of a place. */
export async function addPinAction(place: PinPlace, articleId: string): Promise<DoneResult> {
  return deskAction(async (actor) => {
    await pinArticle(actor, { place, articleId });
    return { message: say(`pins.added.${place}`) };
  });
}

/** Says from when to when a pinned story is to stand there, by the site's clocks. */
export async function timePinAction(
  place: PinPlace,
  articleId: string,
  _: DoneResult | null,
  form: FormData,
): Promise<DoneResult> {
  return deskAction(async (actor) => {
    const { timeZone } = await readSettings();
    const [startsAt, endsAt] = [readMoment(form, 'startsAt', timeZone), readMoment(form, 'endsAt', timeZone)];
    await pinArticle(actor, { place, articleId, startsAt, endsAt: endsAt ?? null });
    return { message: say('pins.timed') };
  });
}

/** Takes a story out of a place. */
export async function removePinAction(place: PinPlace, articleId: string): Promise<DoneResult> {
  return deskAction(async (actor) => {
    await unpinArticle(actor, { place, articleId });
    return { message: say('pins.removed') };
  });
}

/** Puts the stories of a place in order. */
export async function orderPinsAction(place: PinPlace, articleIds: string[]): Promise<DoneResult> {
  return deskAction(async (actor) => {
    await orderPins(actor, { place, articleIds });
    return { message: say('site.ordered') };
  });
}

function readMoment(form: FormData, name: string, timeZone: string): Date | undefined {
  const local = formText(form, name);
  if (local === '') return undefined;
  const moment = momentOf(local, timeZone);
  if (!moment) throw new Refusal('invalid', say('pins.noTime'), { [name]: say('pins.noTime') });
  return moment;
}
