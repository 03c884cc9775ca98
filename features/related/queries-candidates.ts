import 'server-only';
import { sql } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import { type Commonness, type Comparable, tellingWords, twoOf, weighWords } from '#features/related/model.ts';

/** So many of a story's most telling words are looked for. */
const tellingCount = 24;
/** About so many stories are looked at for the words they share, and not many more whatever they hold. */
const byWords = 200;
/** How many of a section's and of each tag's stories are looked at, on either side in time. */
const near = 20;

/** A public story and those it may be related to. Null where it is not public now, or in an archive. */
export async function readCandidates(
  db: Queryable,
  articleId: string,
): Promise<{ story: Comparable; candidates: Comparable[] } | null> {
  const common = await readCommonness(db);
  const own = await readComparables(db, sql`select ${articleId}::uuid`, common);
  const [story] = own;
  if (!story) return null;
  const telling = tellingWords(story.words, common, { stories: common.stories, most: byWords, count: tellingCount });
  const words = twoOf(telling);
  const candidates = await readComparables(
    db,
    sql`
      select article_id from (${nearInTime(articleId)}) close
      union
      ${words === null ? sql`select null::uuid where false` : sharing(words)}`,
    common,
  );
  return { story, candidates: candidates.filter(({ id }) => id !== articleId) };
}

const sharing = (words: string) => sql`(
  select p.article_id from revisions r join articles_public p on p.revision_id = r.id
  where r.search @@ ${words}::tsquery limit ${2 * byWords})`;

/** The stories of its section and of each of its tags that came just before and just after it. */
const nearInTime = (articleId: string) => sql`
  with self as (
    select publication_id, article_id, section_id, first_published_at as at from articles_public
    where article_id = ${articleId}
  )
  select found.article_id from self cross join lateral (
    (select article_id from publications where section_id = self.section_id and first_published_at <= self.at
      order by first_published_at desc, article_id desc limit ${near})
    union all
    (select article_id from publications where section_id = self.section_id and first_published_at > self.at
      order by first_published_at, article_id limit ${near})
  ) found
  union all
  select found.article_id from self
  join publication_tags own on own.publication_id = self.publication_id
  cross join lateral (
    (select article_id from publication_tags where tag_id = own.tag_id and first_published_at <= self.at
      order by first_published_at desc, article_id desc limit ${near})
    union all
    (select article_id from publication_tags where tag_id = own.tag_id and first_published_at > self.at
      order by first_published_at, article_id limit ${near})
  ) found`;

interface Row extends Record<string, unknown> {
  id: string;
  sectionId: string;
  tagIds: string[];
  at: string;
  search: string;
}

/** Of these stories, given as a query of their ids, those that are public and in no archive. */
async function readComparables(db: Queryable, ids: ReturnType<typeof sql>, common: Commonness): Promise<Comparable[]> {
  const rows = await db.execute<Row>(sql`
    select p.article_id as id, p.section_id as "sectionId", p.first_published_at as at, p.search::text as search,
      array(select tag_id from publication_tags t where t.publication_id = p.publication_id) as "tagIds"
    from articles_public p where p.article_id in (${ids}) and not p.archived`);
  return rows.map(({ id, sectionId, tagIds, at, search }) => ({
    id,
    sectionId,
    tagIds,
    at: new Date(at),
    words: weighWords(search, common),
  }));
}

/**
 * How common each lexeme is, as Postgres counts it for its planner (ANALYZE, which autovacuum runs), and about how many
 * stories there are. Before the first count each word is as telling as any other.
 */
async function readCommonness(db: Queryable): Promise<Commonness & { readonly stories: number }> {
  const rows = await db.execute<{ lexeme: string | null; share: number; stories: number }>(sql`
    select word.lexeme, word.share, greatest(c.reltuples, 1) as stories
    from pg_class c
    left join pg_stats s on s.schemaname = 'public' and s.tablename = c.relname and s.attname = 'search'
    left join lateral unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) as word(lexeme, share)
      on word.lexeme is not null
    where c.oid = 'public.revisions'::regclass`);
  const shares = new Map<string, number>();
  for (const { lexeme, share } of rows) if (lexeme !== null) shares.set(lexeme, share);
  const stories = rows[0]?.stories ?? 1;
  // What Postgres does not name is rarer than what it names last; half of that is a guess in the middle.
  const rarest = shares.size > 0 ? Math.min(...shares.values()) / 2 : 1 / stories;
  return { shares, rarest, stories };
}
