import 'server-only';
import { sql } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import { searchEntries } from '#db/schema/search.ts';
import { partWords, spacelessLetters } from '#features/search/model-words.ts';

/** As much of a body as the search reads, in characters, as in a revision's own vector. */
const longestBody = 250_000;

/**
 * Has the search find publications, from when they are public; of the same stories, those that have ended are forgotten.
 * The words are those of the revision, cut anew where its script has no spaces.
 */
export async function indexPublications(tx: Queryable, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const these = sql`(${sql.join(
    ids.map((id) => sql`${id}::uuid`),
    sql`, `,
  )})`;
  await tx.execute(sql`
    insert into search_entries (publication_id, article_id, first_published_at, search)
    select p.id, p.article_id, p.first_published_at, r.search || array_to_tsvector(
      array['#' || p.section_id, to_char(p.first_published_at at time zone 'UTC', '#YYYY-MM')]
      || array(select '#' || tag_id from revision_tags where revision_id = r.id)
      || array(select '#' || byline_id from revision_bylines where revision_id = r.id))
    from publications p join revisions r on r.id = p.revision_id
    where p.id in ${these}
    on conflict (publication_id) do nothing`);
  await partSpacelessWords(tx, these);
  await tx.execute(sql`
    insert into search_words
    select distinct lexeme from publications p join revisions r on r.id = p.revision_id,
      unnest(to_tsvector('simple', r.headline || ' ' || r.standfirst))
    where p.id in ${these} and lexeme ~ '^[[:alpha:]]{3,40}$'
    order by 1
    on conflict do nothing`);
  await tx.execute(sql`
    delete from ${searchEntries} e using publications gone, publications p
    where p.id in ${these} and gone.article_id = p.article_id and gone.effective_to <= now()
      and e.publication_id = gone.id`);
}

async function partSpacelessWords(tx: Queryable, these: ReturnType<typeof sql>): Promise<void> {
  const rows = await tx.execute<{
    id: string;
    configuration: string;
    headline: string;
    standfirst: string;
    body: string;
  }>(
    sql`
      select p.id, r.search_configuration::text as configuration, r.headline, r.standfirst,
        left(r.body_text, ${longestBody}) as body
      from publications p join revisions r on r.id = p.revision_id
      where p.id in ${these}
        and (r.headline || r.standfirst || left(r.body_text, ${longestBody})) ~ ${`[${spacelessLetters}]`}`,
  );
  for (const { id, configuration, ...text } of rows) {
    const vector = (words: string) => sql`to_tsvector(${configuration}::regconfig, ${partWords(words)})`;
    await tx.execute(sql`
      update search_entries set search = array_to_tsvector(array(select lexeme from unnest(search) where lexeme like '#%'))
        || setweight(${vector(text.headline)}, 'A') || setweight(${vector(text.standfirst)}, 'B')
        || setweight(${vector(text.body)}, 'D')
      where publication_id = ${id}::uuid`);
  }
}
