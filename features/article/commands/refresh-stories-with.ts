import 'server-only';
import { eq } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { enqueueJob } from '#db/jobs.ts';
import { revisions } from '#db/schema/article.ts';
import { cacheTags } from '#lib/cache-tags.ts';

/** The most stories whose pages are renewed before who changed the picture is answered. */
const atOnce = 200;

/**
 * Has the worker renew everything that shows this picture, once the caller's transaction has changed its row. Returns the
 * tags of stories with it as their main picture, which need no rendering; where there are many, the worker tells the rest.
 */
export async function refreshStoriesWith(tx: Transaction, assetId: string): Promise<string[]> {
  await enqueueJob(tx, 'renew-stories-with', { assetId }, { key: `renew-stories-with:${assetId}` });
  const shown = await tx
    .select({ articleId: revisions.articleId })
    .from(revisions)
    .where(eq(revisions.heroAssetId, assetId))
    .limit(atOnce);
  return [...new Set(shown.map(({ articleId }) => cacheTags.article(articleId)))];
}
