import 'server-only';
import { eq, sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { articles } from '#db/schema/article.ts';
import { publications } from '#db/schema/publication.ts';
import { type ArticleVerb, canArticle } from '#features/article/policy.ts';
import type { Actor } from '#features/user/actor.ts';
import { Refusal } from '#lib/errors.ts';
import type { DateMeaning } from '#lib/vocabulary.ts';

export type LockedArticle = typeof articles.$inferSelect;

export interface PublicationWindow {
  readonly id: string;
  readonly revisionId: string;
  readonly sectionId: string;
  readonly slug: string;
  readonly firstPublishedAt: Date;
  readonly dateIs: DateMeaning;
  readonly substantiveUpdateAt: Date | null;
  readonly effectiveFrom: Date;
  readonly effectiveTo: Date | null;
  readonly standing: 'past' | 'in force' | 'future';
  readonly embargoUntil: Date | null;
}

/**
 * The article, held until the transaction ends, once it is certain that the actor may do this with it. Somebody else's
 * story is 'forbidden', an unknown one 'not_found', and one changed since `version` a 'conflict'.
 */
export async function lockArticle(
  tx: Transaction,
  actor: Actor,
  verb: ArticleVerb,
  wanted: { articleId: string; version?: number | undefined },
): Promise<LockedArticle> {
  const [article] = await tx.select().from(articles).where(eq(articles.id, wanted.articleId)).for('update');
  if (!article) throw new Refusal('not_found', 'There is no such article.');
  if (!canArticle(actor, verb, article)) throw new Refusal('forbidden', `You may not ${verb} this article.`);
  if (wanted.version !== undefined && wanted.version !== article.version) {
    throw new Refusal('conflict', 'Somebody has changed this article since you opened it: load it again.');
  }
  return article;
}

/** Every publication of an article, oldest first, as it stands by the database's clock. */
export function publicationWindows(tx: Transaction, articleId: string): Promise<PublicationWindow[]> {
  const { effectiveFrom, effectiveTo, embargoUntil } = publications;
  return tx
    .select({
      id: publications.id,
      revisionId: publications.revisionId,
      sectionId: publications.sectionId,
      slug: publications.slug,
      firstPublishedAt: publications.firstPublishedAt,
      dateIs: publications.dateIs,
      substantiveUpdateAt: publications.substantiveUpdateAt,
      effectiveFrom,
      effectiveTo,
      standing: sql<PublicationWindow['standing']>`case when ${effectiveFrom} > now() then 'future'
        when ${effectiveTo} <= now() then 'past' else 'in force' end`,
      embargoUntil,
    })
    .from(publications)
    .where(eq(publications.articleId, articleId))
    .orderBy(effectiveFrom);
}
