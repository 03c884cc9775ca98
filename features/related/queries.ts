import 'server-only';
import { asc, eq, sql } from 'drizzle-orm';
import { prepared } from '#db/client.ts';
import { articlesPublic } from '#db/schema/publication.ts';
import { related } from '#db/schema/related.ts';
import { cardColumns, toCards } from '#features/article/cards.ts';
import { distinctStories } from '#features/article/distinct-stories.ts';
import type { ArticleCard } from '#features/article/dto.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { recordTags } from '#lib/trace.ts';

/** The stories related to a story, the most alike first: those that are public now, no headline twice. */
export async function readRelated(article: ArticleCard): Promise<ArticleCard[]> {
  recordTags(cacheTags.related(article.id));
  const cards = await toCards(await relatedTo().execute({ articleId: article.id }));
  return distinctStories([article, ...cards]).slice(1);
}

const relatedTo = prepared((db) =>
  db
    .select(cardColumns)
    .from(related)
    .innerJoin(articlesPublic, eq(articlesPublic.articleId, related.relatedId))
    .where(eq(related.articleId, sql.placeholder('articleId')))
    .orderBy(asc(related.position)),
);
