'use server';
import { deskAction } from '#features/session/desk-action.ts';
import type { DoneResult } from '#features/session/done.ts';
import { say } from '#lib/desk-words.ts';
import { formText } from '#lib/form-text.ts';
import { changeSettings } from './commands/change-settings.ts';
import { settingNames } from './schema.ts';

/** Changes those of the site's settings that a form has. */
export async function changeSettingsAction(_: DoneResult | null, form: FormData): Promise<DoneResult> {
  return deskAction(async (actor) => {
    await changeSettings(actor, settingsIn(form));
    return { message: say('settings.saved') };
  });
}

/** Whoever called may have sent no form at all. */
function settingsIn(form: unknown): Record<string, string> {
  const sent = form instanceof FormData ? settingNames.filter((name) => form.has(name)) : [];
  return Object.fromEntries(sent.map((name) => [name, formText(form, name)]));
}
