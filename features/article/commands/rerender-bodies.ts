import 'server-only';
import { eq, lt } from 'drizzle-orm';
import { database, type Transaction } from '#db/client.ts';
import { writePurge } from '#db/outbox.ts';
import { revisions } from '#db/schema/article.ts';
import { RENDERER_VERSION, renderBody } from '#features/body/render.ts';
import { type BodyDocument, bodyDocument } from '#features/body/schema.ts';
import { holdPictures, picturesIn } from '#features/media/queries.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { siteUrl } from '#lib/env.ts';
import { type Purge, purgeLocally } from '#lib/purge.ts';

const batchSize = 100;

/**
 * A body as HTML by today's renderer, with the pictures that it names. Those stay as they are until the transaction
 * ends: what changes one afterwards finds this body, and makes it anew.
 */
export async function renderWithPictures(
  tx: Transaction,
  body: BodyDocument,
  language: string,
): Promise<{ html: string; version: number }> {
  await holdPictures(tx, body);
  return renderBody(body, { pictures: await picturesIn(body, tx), siteUrl: siteUrl(), language });
}

/**
 * Makes the HTML of every revision anew that an older renderer made, a batch a transaction, and purges the stories'
 * pages. Returns how many there were; with none it costs one look into an index.
 */
export async function rerenderBodies(): Promise<number> {
  let count = 0;
  for (;;) {
    const batch = await rerenderBatch();
    count += batch;
    if (batch < batchSize) return count;
  }
}

async function rerenderBatch(): Promise<number> {
  const { purge, size } = await database().transaction(async (tx) => {
    const rows = await tx
      .select({ id: revisions.id, articleId: revisions.articleId, body: revisions.body, language: revisions.language })
      .from(revisions)
      .where(lt(revisions.rendererVersion, RENDERER_VERSION))
      .limit(batchSize)
      .for('update', { skipLocked: true });
    for (const { id, body, language } of rows) {
      const { html, version } = await renderWithPictures(tx, bodyDocument.parse(body), language);
      await tx.update(revisions).set({ bodyHtml: html, rendererVersion: version }).where(eq(revisions.id, id));
    }
    const tags = [...new Set(rows.map(({ articleId }) => cacheTags.article(articleId)))];
    const made: Purge = { kind: 'refresh', tags };
    await writePurge(tx, made);
    return { purge: made, size: rows.length };
  });
  if (size > 0) purgeLocally(purge);
  return size;
}
