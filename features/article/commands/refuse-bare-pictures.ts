import 'server-only';
import { eq, inArray } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { revisions } from '#db/schema/article.ts';
import { mediaAssets } from '#db/schema/media.ts';
import { allBlocks } from '#features/body/model.ts';
import { bodyDocument } from '#features/body/schema.ts';
import { say } from '#lib/desk-words.ts';
import { Refusal } from '#lib/errors.ts';

/** Refuses to publish a picture that says nothing to those who cannot see it (WCAG 1.1.1). */
export async function refuseBarePictures(tx: Transaction, revisionId: string): Promise<void> {
  const [revision] = await tx
    .select({ heroAssetId: revisions.heroAssetId, body: revisions.body })
    .from(revisions)
    .where(eq(revisions.id, revisionId));
  if (!revision) return;
  const shown = [...allBlocks(bodyDocument.parse(revision.body).content)].flatMap((block) =>
    block.type === 'image' ? block.attrs : [],
  );
  const ids = [...shown.map(({ assetId }) => assetId), ...(revision.heroAssetId ? [revision.heroAssetId] : [])];
  if (ids.length === 0) return;
  const assets = await tx
    .select({ id: mediaAssets.id, alt: mediaAssets.alt })
    .from(mediaAssets)
    .where(inArray(mediaAssets.id, ids));
  const described = new Set(assets.filter(({ alt }) => alt.trim() !== '').map(({ id }) => id));
  if (revision.heroAssetId && !described.has(revision.heroAssetId)) {
    throw new Refusal('invalid', say('editor.alt.hero'), { heroAssetId: say('editor.alt.hero') });
  }
  if (shown.some(({ assetId, alt }) => (alt === null ? !described.has(assetId) : alt.trim() === ''))) {
    throw new Refusal('invalid', say('editor.alt.body'), { body: say('editor.alt.body') });
  }
}
