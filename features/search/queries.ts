import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { cardsById } from '#features/article/cards.ts';
import { recordNextChange } from '#features/article/clock.ts';
import type { ArticleCard } from '#features/article/dto.ts';
import { readQuery, searchConfigurationFor } from '#features/search/model.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { recordTags } from '#lib/trace.ts';

/** Of the stories that a query finds, so many of the newest are put in order: a common word stays as quick as a rare one. */
const mostRanked = 1000;

export interface SearchResults {
  readonly cards: readonly ArticleCard[];
  /** Whether another page follows. */
  readonly more: boolean;
}

/**
 * The public stories that a query finds, best first, the newer first among equals: words, "phrases", -exclusions and
 * `or`. A query that only excludes finds nothing. `page` counts from 1; beyond the newest 1,000 finds nothing follows.
 * Pages are counted off by OFFSET, unlike those of every other list: how well a story fits is computed for each query, so no
 * index has that order for a keyset, and all that OFFSET can skip are the 1,000 that were put in order anyway.
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
  // The query stands where Postgres sees its words while it plans: a common word is found by going back in time, a rare
  // one in the index.
  const rows = await database().execute<{ id: string }>(sql`
    with newest as materialized (
      select p.article_id, p.first_published_at, p.search
      from articles_public p
      where p.search @@ (${asked})
      order by p.first_published_at desc, p.article_id desc
      limit ${mostRanked})
    select article_id as id
    from newest
    order by ts_rank_cd(search, (${asked})) desc, first_published_at desc, article_id
    limit ${size + 1} offset ${(page - 1) * size}`);
  return { cards: await cardsById(rows.slice(0, size).map(({ id }) => id)), more: rows.length > size };
}

/** The words in the forms of the site's language, or just as they stand: stories in other languages are indexed so. */
const matching = (words: string, configuration: string): SQL =>
  sql`(websearch_to_tsquery(${configuration}::regconfig, ${words}) || websearch_to_tsquery('simple', ${words}))`;
