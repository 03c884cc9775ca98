import 'server-only';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { mediaAssets, mediaRenditions } from '#db/schema/media.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { type PreparedPicture, preparePicture } from '#features/media/renditions.ts';
import { canManage } from '#features/settings/policy.ts';
import { type Actor, userIdOf } from '#features/user/actor.ts';
import { Refusal } from '#lib/errors.ts';
import { mediaStorage } from '#lib/storage.ts';

const words = z.object({
  alt: z.string().trim().max(500, 'must be at most 500 characters long').default(''),
  caption: z.string().trim().max(1000, 'must be at most 1000 characters long').default(''),
  credit: z.string().trim().max(200, 'must be at most 200 characters long').default(''),
});

/**
 * Keeps a picture and its renditions; the same bytes again give the picture that is there. Files are named by their
 * content and written first, so that a row never names a file that is not there.
 */
export async function storePicture(
  actor: Actor,
  original: Buffer,
  described: z.input<typeof words>,
): Promise<{ assetId: string }> {
  if (!canManage(actor, 'media')) throw new Refusal('forbidden', 'You may not add pictures.');
  const prepared = await preparePicture(original);
  const storageKey = `${prepared.sha256.slice(0, 2)}/${prepared.sha256.slice(2)}.original`;
  const storage = mediaStorage();
  await storage.put(storageKey, original);
  for (const rendition of prepared.renditions) await storage.put(rendition.storageKey, rendition.bytes);
  return recordPicture(actor, { ...described, storageKey, bytes: original.byteLength, prepared });
}

const recordPicture = defineCommand({
  name: 'media.store',
  input: words.extend({
    storageKey: z.string(),
    bytes: z.number().int().positive(),
    prepared: z.custom<PreparedPicture>(),
  }),
  allows: (actor) => canManage(actor, 'media'),
  async run({ tx, actor, input, audit }) {
    const { prepared, ...described } = input;
    const { sha256, mediaType, width, height, renditions } = prepared;
    const createdBy = userIdOf(actor);
    const [asset] = await tx
      .insert(mediaAssets)
      .values({ ...described, sha256, mediaType, width, height, createdBy })
      .onConflictDoNothing()
      .returning({ id: mediaAssets.id });
    if (!asset) {
      const [known] = await tx.select({ id: mediaAssets.id }).from(mediaAssets).where(eq(mediaAssets.sha256, sha256));
      return { assetId: (known as { id: string }).id };
    }
    await tx
      .insert(mediaRenditions)
      .values(renditions.map((rendition) => ({ ...rendition, assetId: asset.id, bytes: rendition.bytes.byteLength })));
    audit({ subjectKind: 'media', subjectId: asset.id });
    return { assetId: asset.id };
  },
});
