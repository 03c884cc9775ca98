import 'server-only';
import { unhurried } from '#db/client.ts';

/** A story whose tally is not the ledger's count, or not what its history adds up to. */
export interface TallyDifference {
  readonly articleId: string;
  readonly tally: number;
  readonly ledger: number;
  readonly history: number;
}

/** Counts ledger and history again and gives every tally that does not agree with them: none, unless something is wrong. */
export async function recountVotes(): Promise<TallyDifference[]> {
  return await unhurried(
    (sql) => sql<TallyDifference[]>`
    with ledger as (
      select article_id, count(*)::int as votes from votes
      where standing and quarantine_id is null group by article_id
    ), history as (
      select article_id, sum(tally_change(intent))::int as votes from vote_events group by article_id
    )
    select article_id as "articleId", coalesce(tallies.votes, 0) as tally, coalesce(ledger.votes, 0) as ledger,
      coalesce(history.votes, 0) as history
    from tallies full join ledger using (article_id) full join history using (article_id)
    where coalesce(tallies.votes, 0) <> coalesce(ledger.votes, 0)
      or coalesce(tallies.votes, 0) <> coalesce(history.votes, 0)
    order by 1`,
  );
}
