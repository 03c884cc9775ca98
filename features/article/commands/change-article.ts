import 'server-only';
import { eq, sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { articles } from '#db/schema/article.ts';
import { scheduleTelling } from '#features/fediverse/commands/schedule-telling.ts';
import type { LockedArticle } from './lock-article.ts';

/**
 * Counts a change of a locked article, and sets its state where that changes too. Who follows the site elsewhere is told
 * what it means to readers, if anything. Returns the new version.
 */
export async function changeArticle(
  tx: Transaction,
  article: LockedArticle,
  state: LockedArticle['state'] = article.state,
): Promise<number> {
  const version = article.version + 1;
  await tx.update(articles).set({ state, version, changedAt: sql`now()` }).where(eq(articles.id, article.id));
  await scheduleTelling(tx, article.id);
  return version;
}
