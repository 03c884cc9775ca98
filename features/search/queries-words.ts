import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { readQuery } from '#features/search/model.ts';
import { partWords } from '#features/search/model-words.ts';

/**
 * What stories must have that fit a query: words, "phrases", -exclusions and `or`. Null for one that asks for nothing,
 * or only excludes.
 */
export function askedFor(query: string, configuration: string): SQL | null {
  const { wanted, excluded } = readQuery(query);
  if (wanted === '') return null;
  const parts = [matching(wanted, configuration), ...excluded.map((part) => sql`!! ${matching(part, configuration)}`)];
  return sql.join(parts, sql` && `);
}

/** The words in the forms of the site's language, or just as they stand: stories in other languages are indexed so. */
export function matching(words: string, configuration: string): SQL {
  const parted = partWords(words);
  return sql`(websearch_to_tsquery(${configuration}::regconfig, ${parted}) || websearch_to_tsquery('simple', ${parted}))`;
}
