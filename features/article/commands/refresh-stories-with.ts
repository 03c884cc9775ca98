import 'server-only';
import { eq, sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { revisions } from '#db/schema/article.ts';
import { bodyDocument } from '#features/body/schema.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { renderWithPictures } from './rerender-bodies.ts';

/**
 * Makes the HTML of every revision anew that shows this picture among its words. Returns the tags of all pages with a
 * story that shows it, there or as its main picture. The caller's transaction has changed the picture's row before: who
 * is just writing a revision with it is waited for, and who begins afterwards sees the change.
 */
export async function refreshStoriesWith(tx: Transaction, assetId: string): Promise<string[]> {
  const bodies = await tx
    .select({ id: revisions.id, articleId: revisions.articleId, body: revisions.body, language: revisions.language })
    .from(revisions)
    .where(sql`jsonb_path_query_array(${revisions.body}, '$.**.assetId') ? ${assetId}::text`)
    // One that is locked is being rendered by a new version of the site, which waits for this picture.
    .for('update', { skipLocked: true });
  for (const { id, body, language } of bodies) {
    const { html, version } = await renderWithPictures(tx, bodyDocument.parse(body), language);
    await tx.update(revisions).set({ bodyHtml: html, rendererVersion: version }).where(eq(revisions.id, id));
  }
  const heroes = await tx
    .selectDistinct({ articleId: revisions.articleId })
    .from(revisions)
    .where(eq(revisions.heroAssetId, assetId));
  return [...new Set([...bodies, ...heroes].map(({ articleId }) => cacheTags.article(articleId)))];
}
