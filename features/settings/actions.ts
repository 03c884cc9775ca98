'use server';
import { deskAction } from '#features/session/desk-action.ts';
import type { DoneResult } from '#features/session/done.ts';
import { text } from '#features/session/form-state.ts';
import { say } from '#lib/desk-words.ts';
import { changeSettings } from './commands/change-settings.ts';

/** Changes the site's settings as their form says. */
export async function changeSettingsAction(_: DoneResult | null, form: FormData): Promise<DoneResult> {
  return deskAction(async (actor) => {
    await changeSettings(actor, {
      name: text(form, 'name'),
      description: text(form, 'description'),
      timeZone: text(form, 'timeZone'),
      language: text(form, 'language'),
      voteLabel: text(form, 'voteLabel'),
      accent: text(form, 'accent'),
    });
    return { message: say('settings.saved') };
  });
}
