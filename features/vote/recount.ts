import 'server-only';
import { sqlClient } from '#db/client.ts';

/** A story whose tally is not the ledger's count. */
export interface TallyDifference {
  readonly articleId: string;
  readonly tally: number;
  readonly ledger: number;
}

/** Counts the whole ledger again and gives every tally that does not agree with it: none, unless something is wrong. */
export async function recountVotes(): Promise<TallyDifference[]> {
  return await sqlClient()<TallyDifference[]>`
    select coalesce(tallies.article_id, ledger.article_id) as "articleId",
      coalesce(tallies.votes, 0) as tally, coalesce(ledger.votes, 0) as ledger
    from tallies
    full join (
      select article_id, count(*)::int as votes from votes where standing and quarantine_id is null group by article_id
    ) ledger on ledger.article_id = tallies.article_id
    where coalesce(tallies.votes, 0) <> coalesce(ledger.votes, 0)
    order by 1`;
}
