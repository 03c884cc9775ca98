import { addPictureFromAddress } from '#features/media/commands/add-picture-from-address.ts';
import { readLibraryPictures } from '#features/media/queries-library.ts';
import { deskAnswer, sentJson } from '#features/session/desk-answer.ts';

/** Adds the picture at a web address. */
export async function POST(request: Request): Promise<Response> {
  return deskAnswer(async (actor) => {
    const { address } = await sentJson(request);
    const { assetId } = await addPictureFromAddress(actor, { address: String(address ?? '') });
    return { pictures: await readLibraryPictures([assetId]), newer: null, older: null };
  });
}
