'use server';
import { deskAction } from '#features/session/desk-action.ts';
import type { DoneResult } from '#features/session/done.ts';
import { say } from '#lib/desk-words.ts';
import { formText } from '#lib/form-text.ts';
import { changeSettings } from './commands/change-settings.ts';

/** Changes the site's settings as their form says. */
export async function changeSettingsAction(_: DoneResult | null, form: FormData): Promise<DoneResult> {
  return deskAction(async (actor) => {
    await changeSettings(actor, {
      name: formText(form, 'name'),
      description: formText(form, 'description'),
      timeZone: formText(form, 'timeZone'),
      language: formText(form, 'language'),
      voteLabel: formText(form, 'voteLabel'),
      rankingHalfLife: formText(form, 'rankingHalfLife'),
      accent: formText(form, 'accent'),
      aiCrawlers: formText(form, 'aiCrawlers'),
      feedText: formText(form, 'feedText'),
    });
    return { message: say('settings.saved') };
  });
}
