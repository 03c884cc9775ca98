import { listLibrary, readLibraryPictures } from '#features/media/queries-library.ts';
import { libraryQuery } from '#features/media/schema.ts';
import { deskAnswer } from '#features/session/desk-answer.ts';

/** The library for whoever chooses a picture: a page of it, or the pictures with the ids asked for (`?id=`, repeated). */
export async function GET(request: Request): Promise<Response> {
  const parameters = new URL(request.url).searchParams;
  const ids = parameters.getAll('id').slice(0, 100);
  return deskAnswer(async () =>
    ids.length > 0
      ? { pictures: await readLibraryPictures(ids), newer: null, older: null }
      : listLibrary(libraryQuery.parse(Object.fromEntries(parameters))),
  );
}
