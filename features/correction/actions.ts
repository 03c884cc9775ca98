'use server';
import { refresh } from 'next/cache';
import type { z } from 'zod';
import { deskAction } from '#features/session/desk-action.ts';
import type { DoneResult } from '#features/session/done.ts';
import { say } from '#lib/desk-words.ts';
import { formText } from '#lib/form-text.ts';
import { issueCorrection } from './commands/issue-correction.ts';
import { withdrawCorrection } from './commands/withdraw-correction.ts';
import type { withdrawCorrectionInput } from './schema.ts';

/** Issues a correction of a story as its form says. */
export async function issueCorrectionAction(
  articleId: string,
  _: DoneResult | null,
  form: FormData,
): Promise<DoneResult> {
  return deskAction(async (actor) => {
    await issueCorrection(actor, { articleId, text: formText(form, 'text') });
    return { message: say('correction.issued'), to: `/desk/articles/${articleId}/corrections` };
  });
}

/** Takes a correction back; the page shows those that are left. */
export async function withdrawCorrectionAction(input: z.input<typeof withdrawCorrectionInput>) {
  const result = await deskAction((actor) => withdrawCorrection(actor, input));
  if (result.ok) refresh();
  return result;
}
