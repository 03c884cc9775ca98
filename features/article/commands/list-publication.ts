import 'server-only';
import { eq } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { revisionBylines, revisionTags } from '#db/schema/article.ts';
import { publicationBylines, type publications, publicationTags } from '#db/schema/publication.ts';
import { indexPublications } from '#features/search/commands/index-publications.ts';

/** Puts a new publication into the lists of its tags and bylines, and into the search. */
export async function listPublication(tx: Transaction, made: typeof publications.$inferSelect): Promise<void> {
  const { id: publicationId, articleId, revisionId, firstPublishedAt } = made;
  const row = { publicationId, articleId, firstPublishedAt };
  const [topics, people] = await Promise.all([
    tx.select({ tagId: revisionTags.tagId }).from(revisionTags).where(eq(revisionTags.revisionId, revisionId)),
    tx
      .select({ bylineId: revisionBylines.bylineId })
      .from(revisionBylines)
      .where(eq(revisionBylines.revisionId, revisionId)),
  ]);
  if (topics.length > 0) await tx.insert(publicationTags).values(topics.map((topic) => ({ ...row, ...topic })));
  if (people.length > 0) await tx.insert(publicationBylines).values(people.map((person) => ({ ...row, ...person })));
  await indexPublications(tx, [publicationId]);
}
