import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import type { Cursor } from '#features/article/cursor.ts';
import type { Place } from '#features/search/model-asked.ts';
import { type Entry, newestEntries, type Wanted } from '#features/search/queries-newest.ts';

/** Of the stories that fit, so many of the newest are put in order at a time: a common word stays as quick as a rare one. */
const mostRanked = 100;

export interface Ranked {
  readonly articleId: string;
  readonly publicationId: string;
  readonly revisionId: string;
  /** In millionths. */
  readonly score: number;
}

export interface Window {
  /** The public ones among the newest that fit, best first. */
  readonly ranked: readonly Ranked[];
  /** The newest of these, and of the ones that follow if there are more: places from which to ask again. */
  readonly newest: Cursor | null;
  readonly next: Cursor | null;
}

/** The newest stories that fit, best first. */
export async function readWindow(wanted: Wanted): Promise<Window> {
  const entries = await newestEntries(wanted, mostRanked + 1);
  const ranked = await rank(entries.slice(0, mostRanked), wanted.words);
  return {
    ranked: ranked.toSorted(bestFirst),
    newest: cursorOf(entries[0]),
    next: cursorOf(entries[mostRanked]),
  };
}

/** Those that follow a place, in the order in which they are shown. */
export const rankedAfter = (ranked: readonly Ranked[], after: Place['after']): readonly Ranked[] =>
  after ? ranked.filter((story) => bestFirst(after, story) < 0) : ranked;

/**
 * A story counts two more where its headline has all words, and one more where headline and standfirst have, and up to
 * one for how often and how near each other they stand. It counts less the older it is than the newest of them: one in half
 * a year, two in one and a half, three in three and a half. So no order changes while somebody turns pages.
 */
async function rank(entries: readonly Entry[], words: SQL | null): Promise<readonly Ranked[]> {
  const [newest] = entries;
  if (!newest) return [];
  const publications = sql.join(
    entries.map(({ publicationId }) => sql`${publicationId}::uuid`),
    sql`, `,
  );
  return database().execute<Ranked & Record<string, unknown>>(sql`
    select e.article_id as "articleId", e.publication_id as "publicationId", p.revision_id as "revisionId",
      (1000000 * (${words ? closeness(words) : sql`0`}
        - ln(1 + (${newest.micros}::float8 / 1000000 - extract(epoch from e.first_published_at)) / (180 * 86400)) / ln(2)
      ))::int as score
    from search_entries e
    join articles_public p on p.publication_id = e.publication_id
    where e.publication_id in (${publications})`);
}

const closeness = (words: SQL): SQL => sql`case
  when ts_filter(e.search, '{a}') @@ (${words}) then 2 when ts_filter(e.search, '{a,b}') @@ (${words}) then 1 else 0
  end + ts_rank_cd(e.search, (${words}), 32)`;

type Placed = Pick<Ranked, 'score' | 'articleId'>;

function bestFirst(one: Placed, other: Placed): number {
  return other.score - one.score || Number(one.articleId > other.articleId) - Number(one.articleId < other.articleId);
}

const cursorOf = (entry: Entry | undefined): Cursor | null =>
  entry ? { micros: entry.micros, articleId: entry.articleId } : null;
