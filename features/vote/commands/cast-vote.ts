import 'server-only';
import { sqlClient } from '#db/client.ts';
import { parseInput } from '#features/command/parse-input.ts';
import type { Ballot, Tally } from '#features/vote/dto.ts';
import { voteInput } from '#features/vote/schema.ts';
import { Refusal } from '#lib/errors.ts';

export interface CastVote {
  /** From the signed cookie, never from input. */
  readonly voterId: string;
  readonly articleId: unknown;
  readonly intent: unknown;
}

/**
 * Makes one reader's vote for a public story stand, or withdraws it; asking for what is so already changes nothing.
 * Ledger, history and tally change in one statement, so they agree at every moment, whoever else votes meanwhile.
 * Throws `Refusal` 'invalid', or 'not_found' for a story that is not public.
 */
export async function castVote({ voterId, articleId, intent }: CastVote): Promise<Ballot> {
  const input = parseInput(voteInput, { articleId, intent });
  const [tally] = await (input.intent === 'vote' ? vote : withdraw)(input.articleId, voterId);
  if (!tally) throw new Refusal('not_found', 'There is no such story, or it is not public any more.');
  return { ...tally, standing: input.intent === 'vote' };
}

/*
 * In both statements the reader's row of the ledger is locked first and the story's tally second. What `on conflict`
 * and `update` find is the newest state of a row, also where another request changed it after the statement began;
 * `changed` is empty where nothing had to change, and then the tally is only read.
 */

function vote(articleId: string, voterId: string) {
  return sqlClient()<Tally[]>`
    with story as (
      select article_id from articles_public where article_id = ${articleId}
    ), changed as (
      insert into votes (article_id, voter_id, standing, changed_at)
      select article_id, ${voterId}::uuid, true, clock_timestamp() from story
      on conflict (article_id, voter_id) do update set standing = true, changed_at = excluded.changed_at
        where not votes.standing
      returning article_id, voter_id, changed_at
    ), noted as (
      insert into vote_events (article_id, voter_id, intent, happened_at)
      select article_id, voter_id, 'vote', changed_at from changed
    ), counted as (
      insert into tallies (article_id, votes)
      select article_id, 1 from changed
      on conflict (article_id) do update set votes = tallies.votes + 1
      returning article_id, votes, imported_votes
    )
    select story.article_id as "articleId", coalesce(counted.votes, tallies.votes, 0) as votes,
      coalesce(counted.imported_votes, tallies.imported_votes, 0) as "importedVotes"
    from story
    left join tallies on tallies.article_id = story.article_id
    left join counted on counted.article_id = story.article_id`;
}

function withdraw(articleId: string, voterId: string) {
  return sqlClient()<Tally[]>`
    with story as (
      select article_id from articles_public where article_id = ${articleId}
    ), changed as (
      update votes set standing = false, changed_at = clock_timestamp()
      from story where votes.article_id = story.article_id and votes.voter_id = ${voterId} and votes.standing
      returning votes.article_id, votes.voter_id, votes.changed_at
    ), noted as (
      insert into vote_events (article_id, voter_id, intent, happened_at)
      select article_id, voter_id, 'withdraw', changed_at from changed
    ), counted as (
      update tallies set votes = tallies.votes - 1
      from changed where tallies.article_id = changed.article_id
      returning tallies.article_id, tallies.votes, tallies.imported_votes
    )
    select story.article_id as "articleId", coalesce(counted.votes, tallies.votes, 0) as votes,
      coalesce(counted.imported_votes, tallies.imported_votes, 0) as "importedVotes"
    from story
    left join tallies on tallies.article_id = story.article_id
    left join counted on counted.article_id = story.article_id`;
}
