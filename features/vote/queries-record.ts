import 'server-only';
import { sqlClient } from '#db/client.ts';
import type { VoteRecord, VoteSeal } from '#features/vote/dto.ts';
import { changesOf } from '#features/vote/seal-votes.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { recordTags, recordValidUntil } from '#lib/trace.ts';

/** Milliseconds for which a count is shown before it is made again. */
const countHolds = 10_000;

/** The votes of a story as anybody may check them: the tally, the ledger counted at this moment, and the seals, newest first. */
export async function readVoteRecord(articleId: string): Promise<VoteRecord> {
  recordTags(cacheTags.article(articleId));
  const countedAt = new Date();
  recordValidUntil(new Date(countedAt.getTime() + countHolds));
  const [counts, seals] = await Promise.all([countVotes(articleId), readSeals(articleId)]);
  return { articleId, countedAt, ...counts, seals };
}

type Counts = Omit<VoteRecord, 'articleId' | 'countedAt' | 'seals'>;

/** Tally and ledger as one statement sees them. */
async function countVotes(articleId: string): Promise<Counts> {
  const [row] = await sqlClient()<Counts[]>`
    select coalesce((select votes from tallies where article_id = ${articleId}), 0) as tally,
      coalesce((select imported_votes from tallies where article_id = ${articleId}), 0) as "importedVotes",
      count(*) filter (where standing and quarantine_id is null)::int as ledger,
      count(*) filter (where standing and quarantine_id is not null)::int as held
    from votes where article_id = ${articleId}`;
  if (!row) throw new Error('A count gives one row.');
  return row;
}

async function readSeals(articleId: string): Promise<VoteSeal[]> {
  return await sqlClient()<VoteSeal[]>`
    select day::text, events, votes, previous, hash from vote_seals
    where article_id = ${articleId} order by vote_seals.day desc`;
}

/** The changes of a day that is sealed, as its seal was made of them; null where none is. `day` is such as 2026-11-22. */
export async function readSealedDay(articleId: string, day: string): Promise<string | null> {
  recordTags(cacheTags.article(articleId));
  const sql = sqlClient();
  const [row] = await sql<{ changes: string | null }[]>`
    select ${changesOf(sql)} as changes from vote_events
    where article_id = ${articleId}
      and happened_at >= ${day}::date at time zone 'UTC' and happened_at < (${day}::date + 1) at time zone 'UTC'
      and exists (select from vote_seals where article_id = ${articleId} and day = ${day})`;
  return row?.changes ?? null;
}
