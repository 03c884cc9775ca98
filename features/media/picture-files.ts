import 'server-only';
import { say } from '#lib/desk-words.ts';
import { Refusal } from '#lib/errors.ts';
import { log } from '#lib/log.ts';
import { mediaStorage } from '#lib/storage.ts';

/** Where the bytes are kept that came in. No address leads there. */
export const originalKey = (sha256: string): string => `${sha256.slice(0, 2)}/${sha256.slice(2)}.original`;

/** Stores all of a file or nothing of it. Refuses ('unavailable') in a sentence when there is no room, or no storage. */
export async function keepFile(key: string, contents: Buffer | { readonly path: string }): Promise<void> {
  const storage = mediaStorage();
  const stored = Buffer.isBuffer(contents) ? storage.put(key, contents) : storage.copyFromFs(contents.path, key);
  await stored.catch(async (error: unknown) => {
    log.error({ err: error, key }, 'a file could not be stored');
    // What is there of it now is a part that nobody may take for the whole.
    await storage.delete(key).catch((cause: unknown) => log.warn({ err: cause, key }, 'a part of a file was left'));
    throw new Refusal('unavailable', isFull(error) ? say('media.storage.full') : say('media.storage.failed'));
  });
}

/** The bytes that came in; null when they are not there any more. */
export async function readOriginal(sha256: string): Promise<Buffer | null> {
  const storage = mediaStorage();
  const key = originalKey(sha256);
  return (await storage.exists(key)) ? Buffer.from(await storage.getBytes(key)) : null;
}

/** Removes the original and everything that was ever made of it. */
export async function removeFiles(sha256: string): Promise<void> {
  const storage = mediaStorage();
  const [folder, stem] = [sha256.slice(0, 2), sha256.slice(2, 26)];
  const { objects } = await storage.listAll(`${folder}/`);
  for (const file of objects) if (file.isFile && file.name.startsWith(stem)) await storage.delete(file.key);
}

/** Disk, quota or file size (POSIX), however deep the storage has wrapped it. */
function isFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ['ENOSPC', 'EDQUOT', 'EFBIG'].includes((error as NodeJS.ErrnoException).code ?? '') || isFull(error.cause);
}
