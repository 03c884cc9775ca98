import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { nearestWord, respell, spelledWords } from '#features/search/model-spelling.ts';
import { matching } from '#features/search/queries-words.ts';

/** So many of the words that look most alike are compared letter by letter. */
const alike = 20;

/** The query with the words that no story has in the nearest spelling that one does; null where none is near. */
export async function respelled(query: string, configuration: string): Promise<string | null> {
  const words = spelledWords(query);
  const checked = await Promise.all(
    words.map(async (word) => ((await isKnown(word, configuration)) ? null : ([word, await nearestTo(word)] as const))),
  );
  const unknown = checked.flatMap((pair) => (pair ? [pair] : []));
  if (unknown.length === 0 || unknown.some(([, nearest]) => nearest === null)) return null;
  return respell(query, new Map(unknown as [string, string][]));
}

/**
 * A word that says nothing is known too. Asked for all stories that there are, which Postgres reads from the index: for the
 * first it might read the whole table.
 */
async function isKnown(word: string, configuration: string): Promise<boolean> {
  const [row] = await database().execute<{ known: boolean }>(sql`
    with found as materialized (select from search_entries where search @@ ${matching(word, configuration)})
    select numnode(websearch_to_tsquery(${configuration}::regconfig, ${word})) = 0 or exists (select from found) as known`);
  return row?.known === true;
}

async function nearestTo(word: string): Promise<string | null> {
  const rows = await database().execute<{ word: string }>(sql`
    select word from search_words order by word <-> ${word.toLowerCase()} limit ${alike}`);
  return nearestWord(
    word,
    rows.map((row) => row.word),
  );
}
