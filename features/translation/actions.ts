'use server';
import { deskAction } from '#features/session/desk-action.ts';
import type { DoneResult } from '#features/session/done.ts';
import { say } from '#lib/desk-words.ts';
import { linkTranslation } from './commands/link-translation.ts';
import { unlinkTranslation } from './commands/unlink-translation.ts';

/** Links a story with one that says the same in another language. */
export async function linkTranslationAction(articleId: string, otherId: string): Promise<DoneResult> {
  return deskAction(async (actor) => {
    await linkTranslation(actor, { articleId, otherId });
    return { message: say('translation.linked') };
  });
}

/** Takes a story out from among its translations. */
export async function unlinkTranslationAction(articleId: string): Promise<DoneResult> {
  return deskAction(async (actor) => {
    await unlinkTranslation(actor, { articleId });
    return { message: say('translation.removed') };
  });
}
