import 'server-only';
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { pictureWords } from '#features/media/schema.ts';
import { mostBytes } from '#features/media/schema.ts';
import type { Actor } from '#features/user/actor.ts';
import { say } from '#lib/desk-words.ts';
import { Refusal } from '#lib/errors.ts';
import { addPicture } from './add-picture.ts';
import { preparePicture } from './prepare-picture.ts';

/** Adds a picture and waits until it is ready, for programs that publish with it at once. Refuses as `addPicture` does. */
export async function storePicture(
  actor: Actor,
  original: Buffer,
  described: z.input<typeof pictureWords>,
): Promise<{ assetId: string }> {
  if (original.byteLength > mostBytes) throw new Refusal('invalid', say('media.refused.bytes'));
  const sha256 = createHash('sha256').update(original).digest('hex');
  const file = { contents: original, head: original, bytes: original.byteLength, sha256 };
  const { assetId } = await addPicture(actor, file, described, { prepare: 'unless done' });
  const problem = await preparePicture(assetId);
  if (problem) throw new Refusal('invalid', problem);
  return { assetId };
}
