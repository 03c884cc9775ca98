import 'server-only';
import { randomUUID } from 'node:crypto';
import type { SocialWords } from '#features/social-image/model.ts';
import { log } from '#lib/log.ts';
import { mediaStorage } from '#lib/storage.ts';
import { drawSocialImage } from './draw.ts';

/** As many images as may wait to be drawn; whoever asks for another is to come again. */
const mostWaiting = 30;

const underWay = new Map<string, Promise<Buffer>>();
let turn: Promise<unknown> = Promise.resolve();

/**
 * The image of a story, drawn when it is asked for first and kept in place of the story's older ones. One is drawn at a
 * time; null where too many wait already.
 */
export async function keptSocialImage(articleId: string, version: string, words: SocialWords): Promise<Buffer | null> {
  const key = `${folderOf(articleId)}/${version}.png`;
  const drawn = underWay.get(key);
  if (drawn) return drawn;
  const storage = mediaStorage();
  if (await storage.exists(key)) return Buffer.from(await storage.getBytes(key));
  const begun = underWay.get(key);
  if (begun) return begun;
  if (underWay.size >= mostWaiting) return null;
  const image = turn.then(async () => {
    const bytes = await drawSocialImage(words);
    await keep(key, articleId, bytes);
    return bytes;
  });
  underWay.set(key, image);
  turn = image.catch(() => undefined).finally(() => underWay.delete(key));
  return image;
}

/** Removes what was drawn for a story that is not public any more. */
export async function forgetSocialImages(articleId: string): Promise<void> {
  await mediaStorage().deleteAll(folderOf(articleId));
}

/** By the end of the id, which is random: its beginning is the time, and one folder would have all of a day's. */
const folderOf = (articleId: string): string => `social/${articleId.slice(-2)}/${articleId}`;

/** Written under another name first, so that nobody reads a part. An image that could not be kept is drawn again. */
async function keep(key: string, articleId: string, bytes: Buffer): Promise<void> {
  const storage = mediaStorage();
  const draft = `${folderOf(articleId)}/${randomUUID()}`;
  try {
    await forgetSocialImages(articleId);
    await storage.put(draft, bytes);
    await storage.move(draft, key);
  } catch (error) {
    log.warn({ err: error, key }, 'an image for other sites could not be kept');
  }
}
