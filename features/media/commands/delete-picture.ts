import 'server-only';
import { eq } from 'drizzle-orm';
import { mediaAssets } from '#db/schema/media.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { canDelete } from '#features/media/policy.ts';
import { deletePictureInput } from '#features/media/schema.ts';
import { storiesWith } from '#features/media/stories-with.ts';
import { canManage } from '#features/settings/policy.ts';
import { readSettings } from '#features/settings/queries.ts';
import type { Actor } from '#features/user/actor.ts';
import { say } from '#lib/desk-words.ts';
import { Refusal } from '#lib/errors.ts';
import { log } from '#lib/log.ts';
import { removeUnusedFiles } from './remove-unused-files.ts';

/**
 * Deletes a picture that no version of any story names and that is not the site's logo, and its files with it. Refuses 'conflict' for any other. Files that
 * cannot be removed are left for whoever reads the log: no page names them any more.
 */
export async function deletePicture(actor: Actor, input: { assetId: string }): Promise<{ assetId: string }> {
  const { assetId, sha256 } = await forgetPicture(actor, input);
  await removeUnusedFiles(sha256).catch((error: unknown) => {
    log.error({ err: error, sha256 }, 'the files of a deleted picture were left');
  });
  return { assetId };
}

const forgetPicture = defineCommand({
  name: 'media.delete',
  input: deletePictureInput,
  allows: (actor) => canManage(actor, 'media'),
  async run({ tx, actor, input: { assetId }, audit }) {
    const { id, name, sha256, createdBy } = mediaAssets;
    const [asset] = await tx.select({ name, sha256, createdBy }).from(mediaAssets).where(eq(id, assetId)).for('update');
    if (!asset) throw new Refusal('not_found', say('media.notFound'));
    if (!canDelete(actor, asset)) throw new Refusal('forbidden', say('media.delete.forbidden'));
    if ((await readSettings(tx)).logo === assetId) throw new Refusal('conflict', say('media.delete.logo'));
    const [story] = (await storiesWith(assetId, tx, 1)).uses;
    if (story) throw new Refusal('conflict', say('media.delete.used', { headline: story.headline }));
    await tx.delete(mediaAssets).where(eq(id, assetId));
    audit({ subjectKind: 'media', subjectId: assetId, details: { name: asset.name, sha256: asset.sha256 } });
    return { assetId, sha256: asset.sha256 };
  },
});
