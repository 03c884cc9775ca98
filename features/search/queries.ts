import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { cardsById } from '#features/article/cards.ts';
import { recordNextChange } from '#features/article/clock.ts';
import type { ArticleCard } from '#features/article/dto.ts';
import { searchConfigurationFor } from '#features/search/model.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { recordTags } from '#lib/trace.ts';

export interface SearchResults {
  readonly cards: readonly ArticleCard[];
  /** Whether another page follows. */
  readonly more: boolean;
}

/**
 * The public stories that a query finds, best first, the newer first among equals: words, "phrases", -exclusions and
 * `or`, as websearch_to_tsquery reads them. `page` counts from 1.
 */
export async function searchArticles(
  query: string,
  { language, page, size }: { language: string; page: number; size: number },
): Promise<SearchResults> {
  recordTags(cacheTags.latest);
  await recordNextChange();
  const configuration = searchConfigurationFor(language);
  const rows = await database().execute<{ id: string }>(sql`
    with asked as (
      select websearch_to_tsquery(${configuration}::regconfig, ${query})
        || websearch_to_tsquery('simple', ${query}) as query
    )
    select p.article_id as id
    from asked, articles_public p
    where p.search @@ asked.query
    order by ts_rank_cd(p.search, asked.query) desc, p.first_published_at desc, p.article_id
    limit ${size + 1} offset ${(page - 1) * size}`);
  return { cards: await cardsById(rows.slice(0, size).map(({ id }) => id)), more: rows.length > size };
}
