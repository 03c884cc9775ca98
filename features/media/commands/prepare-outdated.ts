import 'server-only';
import { and, asc, gt, isNotNull, lt } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { mediaAssets } from '#db/schema/media.ts';
import { RENDITION_PLAN } from '#features/media/model-renditions.ts';
import { preparePicture } from './prepare-picture.ts';

const batchSize = 100;

/**
 * Makes those renditions of older pictures that only a newer plan asks for, one picture after the other; what cannot be
 * read any more stays as it is. Returns how many were made ready; with none it costs one pass over the pictures' rows.
 */
export async function prepareOutdated(): Promise<number> {
  const { id, renditionPlan, preparedAt } = mediaAssets;
  let count = 0;
  for (let last: string | undefined; ; ) {
    const batch = await database()
      .select({ id })
      .from(mediaAssets)
      .where(and(lt(renditionPlan, RENDITION_PLAN), isNotNull(preparedAt), last ? gt(id, last) : undefined))
      .orderBy(asc(id))
      .limit(batchSize);
    for (const row of batch) if ((await preparePicture(row.id)) === null) count += 1;
    last = batch.at(-1)?.id;
    if (batch.length < batchSize) return count;
  }
}
