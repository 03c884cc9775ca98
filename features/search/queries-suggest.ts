import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { recordNextChange } from '#features/article/clock.ts';
import { containing } from '#features/search/model-names.ts';
import { wordsIn } from '#features/search/model-words.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { recordTags } from '#lib/trace.ts';

/** So many of the newest stories are looked through for a headline: what somebody begins to type is mostly news. */
const lookedThrough = 1000;
const mostNames = 4;
const mostHeadlines = 6;

/**
 * What somebody may be about to ask who has typed so much: names of tags and people that begin so, and the newest headlines
 * that have these words, of which the last need not be whole. All are of public stories; nothing for less than two letters.
 */
export async function suggestQueries(typed: string, configuration: string): Promise<string[]> {
  recordTags(cacheTags.latest);
  await recordNextChange();
  const words = [...wordsIn(typed)].map(({ word }) => word);
  if ((words.at(-1) ?? '').length < 2) return [];
  const [names, headlines] = await Promise.all([namesLike(typed), headlinesWith(words, configuration)]);
  return [...new Set([...names, ...headlines])];
}

async function namesLike(typed: string): Promise<string[]> {
  const like = (name: SQL) =>
    sql`${name} ilike ${containing(typed)} and (' ' || ${name}) ilike ${containing(` ${typed}`)}`;
  const rows = await database().execute<{ name: string }>(sql`
    select name from (
      select name from tags t where ${like(sql`name`)} and exists (
        select from publication_tags l join articles_public using (publication_id) where l.tag_id = t.id)
      union
      select name from bylines b where ${like(sql`name`)} and exists (
        select from publication_bylines l join articles_public using (publication_id) where l.byline_id = b.id)
    ) named order by length(name), name limit ${mostNames}`);
  return rows.map(({ name }) => name);
}

/** Asked for as the words that an entry's headline has (their weight is A), the last by its beginning. */
async function headlinesWith(words: readonly string[], configuration: string): Promise<string[]> {
  const quoted = words.map((word) => `'${word.replace(/['\\]/g, '$&$&')}'`);
  const asked = quoted.map((word, index) => `${word}:${index === quoted.length - 1 ? '*' : ''}A`).join(' & ');
  const rows = await database().execute<{ headline: string }>(sql`
    select p.headline from (
      select publication_id, article_id, first_published_at, search from search_entries
      order by first_published_at desc, article_id desc limit ${lookedThrough}) e
    join articles_public p using (publication_id)
    where e.search @@ (to_tsquery(${configuration}::regconfig, ${asked}) || to_tsquery('simple', ${asked}))
    order by e.first_published_at desc, e.article_id desc limit ${mostHeadlines}`);
  return rows.map(({ headline }) => headline);
}
