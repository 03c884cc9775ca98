import 'server-only';
import { asc, eq, inArray, sql } from 'drizzle-orm';
import { database, type Transaction } from '#db/client.ts';
import { writePurge } from '#db/outbox.ts';
import { revisions } from '#db/schema/article.ts';
import { bodyDocument } from '#features/body/schema.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { type Purge, purgeLocally } from '#lib/purge.ts';
import { renderWithPictures } from './rerender-bodies.ts';

/** Bodies a transaction: whoever wants to change one of their pictures waits for no longer than these take. */
const batchSize = 50;
const tagsAtOnce = 500;

/**
 * Makes the HTML of every revision anew that shows this picture among its words, the newest first, and purges the pages
 * of all stories that show it, there or as their main picture. Returns how many bodies were made. To be called after the
 * change of the picture is committed: who wrote a revision with it before was waited for, who begins now sees the change.
 */
export async function renewStoriesWith(assetId: string): Promise<number> {
  const bodies = await database()
    .select({ id: revisions.id })
    .from(revisions)
    .where(sql`jsonb_path_query_array(${revisions.body}, '$.**.assetId') ? ${assetId}::text`);
  const ids = bodies.map(({ id }) => id).sort();
  while (ids.length > 0) {
    const batch = ids.splice(-batchSize);
    await purge((tx) => renderAnew(tx, batch));
  }
  const heroes = await database()
    .selectDistinct({ articleId: revisions.articleId })
    .from(revisions)
    .where(eq(revisions.heroAssetId, assetId));
  const tags = heroes.map(({ articleId }) => cacheTags.article(articleId));
  while (tags.length > 0) {
    const batch = tags.splice(-tagsAtOnce);
    await purge(() => Promise.resolve(batch));
  }
  return bodies.length;
}

async function renderAnew(tx: Transaction, ids: readonly string[]): Promise<string[]> {
  const rows = await tx
    .select({ id: revisions.id, articleId: revisions.articleId, body: revisions.body, language: revisions.language })
    .from(revisions)
    .where(inArray(revisions.id, [...ids]))
    .orderBy(asc(revisions.id))
    .for('update');
  for (const { id, body, language } of rows) {
    const { html, version } = await renderWithPictures(tx, bodyDocument.parse(body), language);
    await tx.update(revisions).set({ bodyHtml: html, rendererVersion: version }).where(eq(revisions.id, id));
  }
  return [...new Set(rows.map(({ articleId }) => cacheTags.article(articleId)))];
}

/** Tells every cache of the tags that `work` gives, in its transaction. */
async function purge(work: (tx: Transaction) => Promise<string[]>): Promise<void> {
  const made: Purge = await database().transaction(async (tx) => {
    const one: Purge = { kind: 'refresh', tags: await work(tx) };
    await writePurge(tx, one);
    return one;
  });
  purgeLocally(made);
}
