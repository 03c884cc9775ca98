import 'server-only';
import { eq, inArray, sql } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import { articles } from '#db/schema/article.ts';
import { translations } from '#db/schema/translation.ts';

/** The stories of one set with this one, itself first and alone where it has no translations. */
export async function idsOfSet(db: Queryable, articleId: string): Promise<string[]> {
  const set = db.select({ id: translations.setId }).from(translations).where(eq(translations.articleId, articleId));
  const rows = await db
    .select({ id: translations.articleId })
    .from(translations)
    .where(inArray(translations.setId, set))
    .orderBy(translations.articleId);
  return [...new Set([articleId, ...rows.map(({ id }) => id)])];
}

/** Headline, state and language of stories as the desk has them: of the words under way, else of the newest version. */
export function wordsOfSet(db: Queryable, ids: readonly string[]) {
  return db
    .select({
      id: articles.id,
      headline: articles.headline,
      state: articles.state,
      createdBy: articles.createdBy,
      language,
    })
    .from(articles)
    .where(inArray(articles.id, [...ids]))
    .orderBy(articles.id);
}

/** The table is named in words: in a select from one table Drizzle leaves it out. */
const language = sql<string>`coalesce(
  (select d.content->>'language' from article_drafts d where d.article_id = ${articles}.id),
  (select r.language from revisions r where r.article_id = ${articles}.id order by r.number desc limit 1), '')`;
