'use server';
import type { z } from 'zod';
import { deskAction } from '#features/session/desk-action.ts';
import { addPictureFromAddress } from './commands/add-picture-from-address.ts';
import { deletePicture } from './commands/delete-picture.ts';
import { describePicture } from './commands/describe-picture.ts';
import type { deletePictureInput, describePictureInput } from './schema.ts';

/** Changes the words and the focal point of a picture. */
export async function describePictureAction(input: z.input<typeof describePictureInput>) {
  return deskAction((actor) => describePicture(actor, input));
}

/** Deletes a picture that is not used. */
export async function deletePictureAction(input: z.input<typeof deletePictureInput>) {
  return deskAction((actor) => deletePicture(actor, input));
}

/** Adds the picture at a web address. */
export async function fetchPictureAction(address: string) {
  return deskAction((actor) => addPictureFromAddress(actor, { address }));
}
