import 'server-only';
import { sqlClient } from '#db/client.ts';
import type { Ballot, Tally } from '#features/vote/dto.ts';
import type { VoteIntent } from '#lib/vocabulary.ts';

/** A vote that has been parsed: ids in small letters. */
export interface PlainVote {
  readonly articleId: string;
  readonly voterId: string;
  readonly intent: VoteIntent;
}

/**
 * Commits votes of different readers (or of one for different stories) in one statement: ledger, history and tally
 * change together. Answers in the order of the votes; null for a story that is not public.
 *
 * The rows of the ledger are locked in the order of story and reader, then the tallies in the order of stories, so that
 * processes that commit at once wait for each other and never in a circle. What `on conflict` finds is the newest state
 * of a row, also where another process changed it after the statement began. A withdrawal of a vote that is not there
 * leaves nothing behind. No delta is below zero without a tally to take it from: its votes were counted before.
 */
export async function commitVotes(asked: readonly PlainVote[]): Promise<(Ballot | null)[]> {
  const rows = await sqlClient()<Tally[]>`
    with asked as (
      select * from unnest(
        ${asked.map(({ articleId }) => articleId)}::uuid[], ${asked.map(({ voterId }) => voterId)}::uuid[],
        ${asked.map(({ intent }) => intent)}::text[]
      ) with ordinality as asked (article_id, voter_id, intent, turn)
    ), story as (
      select article_id from articles_public where article_id = any (select article_id from asked)
    ), changed as (
      insert into votes (article_id, voter_id, standing, changed_at)
      select article_id, voter_id, intent = 'vote', clock_timestamp()
      from asked join story using (article_id)
      where intent = 'vote' or exists (
        select from votes where votes.article_id = asked.article_id and votes.voter_id = asked.voter_id
      )
      order by article_id, voter_id
      on conflict (article_id, voter_id) do update set standing = excluded.standing, changed_at = excluded.changed_at
        where votes.standing <> excluded.standing
      returning article_id, voter_id, standing, changed_at
    ), noted as (
      insert into vote_events (article_id, voter_id, intent, happened_at)
      select article_id, voter_id, intent, changed_at
      from changed join asked using (article_id, voter_id) order by turn
    ), delta as (
      select article_id, sum(case when standing then 1 else -1 end)::int as votes from changed group by article_id
    ), counted as (
      insert into tallies (article_id, votes)
      select article_id, greatest(votes, 0) from delta order by article_id
      on conflict (article_id) do update
        set votes = tallies.votes + (select votes from delta where delta.article_id = tallies.article_id)
      returning article_id, votes, imported_votes
    )
    select story.article_id as "articleId", coalesce(counted.votes, tallies.votes, 0) as votes,
      coalesce(counted.imported_votes, tallies.imported_votes, 0) as "importedVotes"
    from story
    left join tallies on tallies.article_id = story.article_id
    left join counted on counted.article_id = story.article_id`;
  const byStory = new Map(rows.map((row) => [row.articleId, row]));
  return asked.map(({ articleId, intent }) => {
    const tally = byStory.get(articleId);
    return tally ? { ...tally, standing: intent === 'vote' } : null;
  });
}
