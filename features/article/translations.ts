import 'server-only';
import { inArray, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { articlesPublic } from '#db/schema/publication.ts';
import { translations } from '#db/schema/translation.ts';
import { cardColumns, toCards } from '#features/article/cards.ts';
import { recordNextChange } from '#features/article/clock.ts';
import type { Translation } from '#features/article/dto.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { recordTags } from '#lib/trace.ts';

/** A column beside those of a public story: what it is a translation of. The view is named in words, as in credits.ts. */
export const translationColumns = {
  translationIds: sql<string[]>`(
    select coalesce(json_agg(o.article_id), '[]')
    from ${translations} t join ${translations} o on o.set_id = t.set_id and o.article_id <> t.article_id
    where t.article_id = ${articlesPublic}.article_id)`,
};

/**
 * The public ones among these translations of a story in `language`, one a language, by language. A page that shows them
 * is out of date as soon as one of them comes or goes.
 */
export async function readTranslations(ids: readonly string[], language: string): Promise<Translation[]> {
  if (ids.length === 0) return [];
  recordTags(...ids.map(cacheTags.article));
  await recordNextChange();
  const rows = await database()
    .select({ ...cardColumns, canonical: articlesPublic.canonical })
    .from(articlesPublic)
    .where(inArray(articlesPublic.articleId, [...ids]))
    .orderBy(articlesPublic.firstPublishedAt, articlesPublic.articleId);
  const cards = await toCards(rows);
  const found = new Map<string, Translation>();
  for (const [index, card] of cards.entries()) {
    // A translation may have come to be in the story's own language since they were linked.
    if (card.language === language || found.has(card.language)) continue;
    const { href, headline, publishedAt } = card;
    found.set(card.language, {
      language: card.language,
      href,
      headline,
      publishedAt,
      isCanonical: rows[index]?.canonical === 'self',
    });
  }
  return [...found.values()].toSorted((one, other) => one.language.localeCompare(other.language, 'en'));
}
