import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';

interface Move {
  readonly articleId: string;
  /** Which votes of the story. */
  readonly which: SQL;
  /** The quarantine that takes them; null where they are to count from now on. */
  readonly into: string | null;
}

/**
 * Puts votes into a quarantine or lets them out, with history and tally; gives how many of them stand. The ledger's rows
 * are locked in the order in which votes are committed, and the tally after them.
 */
export async function moveVotes(tx: Transaction, { articleId, which, into }: Move): Promise<number> {
  await tx.execute(sql`
    select from votes where article_id = ${articleId} and ${which} order by voter_id for update`);
  const [row] = await tx.execute<{ standing: number }>(sql`
    with moved as (
      update votes set quarantine_id = ${into}::uuid where article_id = ${articleId} and ${which}
      returning voter_id, standing
    ), noted as (
      insert into vote_events (article_id, voter_id, intent, happened_at)
      select ${articleId}::uuid, voter_id, ${into === null ? 'release' : 'hold'}, clock_timestamp()
      from moved where standing order by voter_id
    )
    select count(*) filter (where standing)::int as standing from moved`);
  const standing = row?.standing ?? 0;
  const change = into === null ? standing : -standing;
  if (change !== 0) {
    await tx.execute(sql`
      insert into tallies (article_id, votes) values (${articleId}, greatest(${change}::int, 0))
      on conflict (article_id) do update set votes = tallies.votes + ${change}::int`);
  }
  return standing;
}
