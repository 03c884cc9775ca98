import 'server-only';
import { and, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { publications } from '#db/schema/publication.ts';
import { announceChange } from '#features/ping/commands/announce-change.ts';
import { changeArticle } from './change-article.ts';
import { listPublication } from './list-publication.ts';
import type { LockedArticle } from './lock-article.ts';
import { pagesOf } from './pages-of.ts';

/**
 * Publishes a locked article as it stands anew, from now on until the end that was planned, as a change of substance:
 * what stands beside its words has changed, and every surface is to date and show that. Returns the new version, the
 * moment to the microsecond and the cache tags of its pages; null for a story that readers cannot see.
 */
export async function republishArticle(tx: Transaction, article: LockedArticle) {
  if (article.state !== 'published' && article.state !== 'archived') return null;
  const { effectiveFrom, effectiveTo, embargoUntil } = publications;
  // Not now(), which was when the transaction began: another may have published since, and let go of the lock.
  const [clock] = await tx.execute<{ at: string }>(sql`select clock_timestamp()::text as at`);
  const { at } = clock as { at: string };
  const moment = sql`${at}::timestamptz`;
  const [current] = await tx
    .select()
    .from(publications)
    .where(
      and(
        eq(publications.articleId, article.id),
        lte(effectiveFrom, moment),
        or(isNull(effectiveTo), gt(effectiveTo, moment)),
        or(isNull(embargoUntil), lte(embargoUntil, moment)),
      ),
    );
  if (!current) return null;
  const { id, createdAt: _, ...standing } = current;
  await tx.update(publications).set({ effectiveTo: moment }).where(eq(publications.id, id));
  const [made] = await tx
    .insert(publications)
    .values({ ...standing, effectiveFrom: moment, substantiveUpdateAt: moment })
    .returning();
  await listPublication(tx, made as typeof publications.$inferSelect);
  const version = await changeArticle(tx, article);
  await announceChange(tx, { articleId: article.id, version });
  return { version, at, pages: await pagesOf(tx, article.id, [id]) };
}
