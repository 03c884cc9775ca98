import 'server-only';
import { desc, eq, sql } from 'drizzle-orm';
import { prepared } from '#db/client.ts';
import { coReads } from '#db/schema/co-read.ts';
import { articlesPublic } from '#db/schema/publication.ts';
import { viewTotals } from '#db/schema/view.ts';
import { cardColumns, toCards } from '#features/article/cards.ts';
import { recordForMinutes } from '#features/article/clock.ts';
import type { ArticleCard } from '#features/article/dto.ts';

/** So many of the stories that most readers have in common with one are looked at. */
const lookedAt = 30;
const listed = 8;

/**
 * What readers of a story also read: not what everybody reads, but what they read more than others do (readers in
 * common by the root of all views, the cosine of item-to-item filtering; Sarwar et al. 2001).
 */
export async function readCoRead(articleId: string): Promise<ArticleCard[]> {
  recordForMinutes();
  return toCards(await coReadWith().execute({ articleId }));
}

const coReadWith = prepared((db) => {
  const most = db
    .select({ otherId: coReads.otherId, readers: coReads.readers })
    .from(coReads)
    .where(eq(coReads.articleId, sql.placeholder('articleId')))
    .orderBy(desc(coReads.readers))
    .limit(lookedAt)
    .as('most');
  return db
    .select(cardColumns)
    .from(most)
    .innerJoin(articlesPublic, sql`${articlesPublic.articleId} = ${most.otherId} and not ${articlesPublic.archived}`)
    .leftJoin(viewTotals, eq(viewTotals.articleId, most.otherId))
    .orderBy(
      desc(sql`${most.readers} / sqrt(greatest(${viewTotals.human}, ${most.readers})::float8)`),
      desc(articlesPublic.firstPublishedAt),
    )
    .limit(listed);
});
