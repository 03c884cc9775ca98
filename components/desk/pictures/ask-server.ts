import type { LibraryPage, LibraryPicture } from '#features/media/dto.ts';
import { libraryHref } from '#features/media/model.ts';
import type { LibraryQuery } from '#features/media/schema.ts';
import { say } from '#lib/desk-words.ts';

/** What the server said, or a sentence about why it did not do it. */
export type Answer<Data> =
  | { readonly ok: true; readonly data: Data }
  | { readonly ok: false; readonly error: { readonly message: string } };

/** A page of the library. */
export const askLibrary = (query: Partial<LibraryQuery>, signal?: AbortSignal): Promise<Answer<LibraryPage>> =>
  ask(libraryHref(query, '/desk/media/library'), { signal: signal ?? null });

/** One picture as it is by now; null when there is none with this id. */
export async function askPicture(id: string, signal?: AbortSignal): Promise<Answer<LibraryPicture | null>> {
  const answer = await ask<LibraryPage>(`/desk/media/library?id=${encodeURIComponent(id)}`, { signal: signal ?? null });
  return answer.ok ? { ok: true, data: answer.data.pictures[0] ?? null } : answer;
}

/** Has the server fetch the picture at a web address. */
export async function sendAddress(address: string): Promise<Answer<LibraryPicture>> {
  const answer = await send<{ picture: LibraryPicture }>('/api/media/from-address', { address });
  return answer.ok ? { ok: true, data: answer.data.picture } : answer;
}

/** Changes what is said about a picture. */
export const sendWords = (id: string, words: { readonly alt: string }): Promise<Answer<{ assetId: string }>> =>
  send(`/desk/media/${id}/words`, words);

const send = <Data>(path: string, body: object): Promise<Answer<Data>> =>
  ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

/** Never rejects, but when it was called off. */
async function ask<Data>(path: string, init: RequestInit): Promise<Answer<Data>> {
  try {
    const response = await fetch(path, init);
    const said = (await response.json()) as Answer<Data> | Omit<Extract<Answer<Data>, { ok: false }>, 'ok'>;
    return 'ok' in said ? said : { ok: false, ...said };
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    return { ok: false, error: { message: say('media.unreachable') } };
  }
}
