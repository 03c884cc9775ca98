import 'server-only';
import { asc, eq, inArray } from 'drizzle-orm';
import { database, type Queryable, type Transaction } from '#db/client.ts';
import { mediaAssets, mediaRenditions } from '#db/schema/media.ts';
import { allBlocks } from '#features/body/model.ts';
import type { BodyDocument } from '#features/body/schema.ts';
import type { Picture } from '#features/media/dto.ts';
import { type PictureRow, toPictures } from '#features/media/model.ts';
import { readOriginal } from '#features/media/picture-files.ts';

/** The pictures with these ids that have renditions, by id. */
export async function picturesOf(
  assetIds: readonly string[],
  db: Queryable = database(),
): Promise<ReadonlyMap<string, Picture>> {
  if (assetIds.length === 0) return new Map();
  const rows: PictureRow[] = await db
    .select({
      assetId: mediaAssets.id,
      alt: mediaAssets.alt,
      caption: mediaAssets.caption,
      credit: mediaAssets.credit,
      assetWidth: mediaAssets.width,
      assetHeight: mediaAssets.height,
      focalX: mediaAssets.focalX,
      focalY: mediaAssets.focalY,
      format: mediaRenditions.format,
      width: mediaRenditions.width,
      storageKey: mediaRenditions.storageKey,
    })
    .from(mediaAssets)
    .innerJoin(mediaRenditions, eq(mediaRenditions.assetId, mediaAssets.id))
    .where(inArray(mediaAssets.id, [...new Set(assetIds)]))
    .orderBy(asc(mediaRenditions.width));
  return toPictures(rows);
}

/** The bytes that a picture came as; null when there is no such picture, or they are gone. */
export async function readOriginalOf(assetId: string): Promise<Buffer | null> {
  const { id, sha256 } = mediaAssets;
  const [asset] = await database().select({ sha256 }).from(mediaAssets).where(eq(id, assetId));
  return asset ? readOriginal(asset.sha256) : null;
}

/** The pictures that a body names. */
export function picturesIn(body: BodyDocument, db: Queryable = database()): Promise<ReadonlyMap<string, Picture>> {
  return picturesOf(namedIn(body), db);
}

/** Keeps the pictures that a body names from being changed or deleted until the transaction ends. */
export async function holdPictures(tx: Transaction, body: BodyDocument): Promise<void> {
  const ids = namedIn(body);
  if (ids.length === 0) return;
  const { id } = mediaAssets;
  await tx.select({ id }).from(mediaAssets).where(inArray(id, ids)).orderBy(asc(id)).for('share');
}

function namedIn(body: BodyDocument): string[] {
  return [...allBlocks(body.content)].flatMap((block) => (block.type === 'image' ? block.attrs.assetId : []));
}
