import 'server-only';
import { eq } from 'drizzle-orm';
import { enqueueJob } from '#db/jobs.ts';
import { mediaAssets } from '#db/schema/media.ts';
import { refreshStoriesWith } from '#features/article/commands/refresh-stories-with.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { canDescribe } from '#features/media/policy.ts';
import { describePictureInput } from '#features/media/schema.ts';
import { publicUses } from '#features/media/stories-with.ts';
import { canManage } from '#features/settings/policy.ts';
import { userIdOf } from '#features/user/actor.ts';
import { say } from '#lib/desk-words.ts';
import { Refusal } from '#lib/errors.ts';

/** Changes what is said about a picture, and the point that stays in sight; every page that shows it is renewed. */
export const describePicture = defineCommand({
  name: 'media.describe',
  input: describePictureInput,
  allows: (actor) => canManage(actor, 'media'),
  async run({ tx, actor, input, refresh, audit }) {
    const { assetId, focus, ...words } = input;
    const { id, createdBy, focalX, focalY } = mediaAssets;
    // Taken before anything is looked up: a story that is just being written with this picture is waited for.
    const [asset] = await tx
      .select({ createdBy, focalX, focalY })
      .from(mediaAssets)
      .where(eq(id, assetId))
      .for('no key update');
    if (!asset) throw new Refusal('not_found', say('media.notFound'));
    const readersSee = await publicUses(assetId, userIdOf(actor), tx);
    if (!canDescribe(actor, asset, readersSee)) throw new Refusal('forbidden', say('media.describe.forbidden'));
    if (words.alt === '' && readersSee.length > 0) {
      throw new Refusal('invalid', say('media.describe.bare'), { alt: say('media.describe.bare') });
    }
    const point = focus && { focalX: focus.x, focalY: focus.y };
    const changes = { ...words, ...point };
    if (Object.values(changes).some((value) => value !== undefined)) {
      await tx.update(mediaAssets).set(changes).where(eq(id, assetId));
    }
    refresh(await refreshStoriesWith(tx, assetId));
    if (focus) await enqueueJob(tx, 'prepare-picture', { assetId }, { key: `prepare-picture:${assetId}` });
    audit({ subjectKind: 'media', subjectId: assetId });
    return { assetId };
  },
});
