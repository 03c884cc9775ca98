'use server';
import { deskAction } from '#features/session/desk-action.ts';
import type { DoneResult } from '#features/session/done.ts';
import { say } from '#lib/desk-words.ts';
import { formText } from '#lib/form-text.ts';
import { deletePicture } from './commands/delete-picture.ts';
import { describePicture } from './commands/describe-picture.ts';

/** Changes the words and the focal point of a picture as its form says. */
export async function describePictureAction(
  assetId: string,
  _: DoneResult | null,
  form: FormData,
): Promise<DoneResult> {
  return deskAction(async (actor) => {
    const [alt, caption, credit] = ['alt', 'caption', 'credit'].map((name) => formText(form, name));
    await describePicture(actor, { assetId, alt, caption, credit, focus: readFocus(form) });
    return { message: say('media.saved') };
  });
}

/** Deletes a picture that is not used. */
export async function deletePictureAction(assetId: string): Promise<DoneResult> {
  return deskAction(async (actor) => {
    await deletePicture(actor, { assetId });
    return { message: say('media.deleted'), to: '/desk/media' };
  });
}

/** In hundredths, as sliders count. */
function readFocus(form: FormData): { x: number; y: number } | undefined {
  const [x, y] = ['focusX', 'focusY'].map((name) => formText(form, name));
  return x && y ? { x: Number(x) / 100, y: Number(y) / 100 } : undefined;
}
