import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { cardsById } from '#features/article/cards.ts';
import { recordNextChange } from '#features/article/clock.ts';
import type { ArticleCard } from '#features/article/dto.ts';
import { readQuery, searchConfigurationFor } from '#features/search/model.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { recordTags } from '#lib/trace.ts';

export interface SearchResults {
  readonly cards: readonly ArticleCard[];
  /** Whether another page follows. */
  readonly more: boolean;
}

/**
 * The public stories that a query finds, best first, the newer first among equals: words, "phrases", -exclusions and
 * `or`. A query that only excludes finds nothing. `page` counts from 1.
 */
export async function searchArticles(
  query: string,
  { language, page, size }: { language: string; page: number; size: number },
): Promise<SearchResults> {
  recordTags(cacheTags.latest);
  await recordNextChange();
  const { wanted, excluded } = readQuery(query);
  if (wanted === '') return { cards: [], more: false };
  const configuration = searchConfigurationFor(language);
  const asked = sql.join(
    [matching(wanted, configuration), ...excluded.map((part) => sql`!! ${matching(part, configuration)}`)],
    sql` && `,
  );
  const rows = await database().execute<{ id: string }>(sql`
    with asked as (select ${asked} as query)
    select p.article_id as id
    from asked, articles_public p
    where p.search @@ asked.query
    order by ts_rank_cd(p.search, asked.query) desc, p.first_published_at desc, p.article_id
    limit ${size + 1} offset ${(page - 1) * size}`);
  return { cards: await cardsById(rows.slice(0, size).map(({ id }) => id)), more: rows.length > size };
}

/** The words in the forms of the site's language, or just as they stand: stories in other languages are indexed so. */
const matching = (words: string, configuration: string): SQL =>
  sql`(websearch_to_tsquery(${configuration}::regconfig, ${words}) || websearch_to_tsquery('simple', ${words}))`;
