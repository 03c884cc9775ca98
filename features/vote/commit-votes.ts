import 'server-only';
import { sqlClient } from '#db/client.ts';
import type { Ballot } from '#features/vote/dto.ts';
import type { VoteIntent } from '#lib/vocabulary.ts';

/** A vote that has been parsed: ids in small letters. */
export interface PlainVote {
  readonly articleId: string;
  readonly voterId: string;
  readonly intent: VoteIntent;
  /** The hash of the network that it came from, where it came over one. */
  readonly network: string | null;
}

/**
 * Commits votes of different readers (or of one for different stories) in one statement: ledger, history and tally
 * change together. Answers in the order of the votes; null for a story that is not public.
 *
 * Quarantines are locked first, then the rows of the ledger in the order of story and reader, then the tallies in the
 * order of stories, so that processes that commit at once wait for each other and never in a circle. What `on conflict`
 * finds is the newest state of a row, also where another process changed it after the statement began. A withdrawal of a
 * vote that is not there leaves nothing behind. No delta is below zero without a tally to take it from: its votes were
 * counted before.
 */
export async function commitVotes(asked: readonly PlainVote[]): Promise<(Ballot | null)[]> {
  const column = (name: keyof PlainVote) => asked.map((vote) => vote[name]);
  const rows = await sqlClient()<(Ballot & { turn: number })[]>`
    with asked as (
      select * from unnest(
        ${column('articleId')}::uuid[], ${column('voterId')}::uuid[], ${column('intent')}::text[],
        ${column('network')}::text[]
      ) with ordinality as asked (article_id, voter_id, intent, network, turn)
    ), story as (
      select article_id from articles_public where article_id = any (select article_id from asked)
    ), quarantine as (
      select id, article_id, network from vote_quarantines
      where decision is distinct from 'accepted' and (article_id, network) in (select article_id, network from asked)
      order by id for share
    ), changed as (
      insert into votes (article_id, voter_id, standing, changed_at, quarantine_id)
      select article_id, voter_id, intent = 'vote', clock_timestamp(), case intent when 'vote' then quarantine.id end
      from asked join story using (article_id) left join quarantine using (article_id, network)
      where intent = 'vote' or exists (
        select from votes where votes.article_id = asked.article_id and votes.voter_id = asked.voter_id
      )
      order by article_id, voter_id
      on conflict (article_id, voter_id) do update
        set standing = excluded.standing, changed_at = excluded.changed_at,
          quarantine_id = coalesce(votes.quarantine_id, excluded.quarantine_id)
        where votes.standing <> excluded.standing
      returning article_id, voter_id, standing, changed_at, quarantine_id is not null as held
    ), noted as (
      insert into vote_events (article_id, voter_id, intent, happened_at)
      select article_id, voter_id, intent || case when held then '_held' else '' end, changed_at
      from changed join asked using (article_id, voter_id) order by turn
    ), delta as (
      select article_id, sum(case when standing then 1 else -1 end)::int as votes
      from changed where not held group by article_id
    ), counted as (
      insert into tallies (article_id, votes)
      select article_id, greatest(votes, 0) from delta order by article_id
      on conflict (article_id) do update
        set votes = tallies.votes + (select votes from delta where delta.article_id = tallies.article_id)
      returning article_id, votes, imported_votes
    )
    select turn::int, article_id as "articleId", coalesce(counted.votes, tallies.votes, 0) as votes,
      coalesce(counted.imported_votes, tallies.imported_votes, 0) as "importedVotes", intent = 'vote' as standing,
      intent = 'vote' and coalesce(changed.held, votes.quarantine_id is not null) as held
    from asked
    join story using (article_id)
    left join tallies using (article_id)
    left join counted using (article_id)
    left join changed using (article_id, voter_id)
    left join votes using (article_id, voter_id)`;
  const ballots = asked.map((): Ballot | null => null);
  for (const { turn, ...ballot } of rows) ballots[turn - 1] = ballot;
  return ballots;
}
