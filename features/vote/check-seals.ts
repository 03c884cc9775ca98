import 'server-only';
import { unhurried } from '#db/client.ts';
import { noSeal } from './model.ts';
import { changesOf, sealOf } from './seal-votes.ts';

/** A day of a story whose seal is not what its history and the seal before it make. */
export interface BrokenSeal {
  readonly articleId: string;
  readonly day: string;
}

/** Makes every seal again from the history and gives those that differ, or that are missing: none, unless something is wrong. */
export async function checkSeals(): Promise<BrokenSeal[]> {
  return await unhurried(
    (sql) => sql<BrokenSeal[]>`
    with days as (
      select article_id, (happened_at at time zone 'UTC')::date as day, count(*)::int as events,
        sum(tally_change(intent))::int as difference, ${changesOf(sql)} as changes
      from vote_events group by 1, 2
    ), made as (
      select article_id, day, events, changes,
        (sum(difference) over (partition by article_id order by day))::int as votes
      from days where day <= (select max(day) from vote_seals)
    ), kept as (
      select *, lag(hash, 1, ${noSeal}) over (partition by article_id order by day) as before from vote_seals
    )
    select article_id as "articleId", day::text
    from made full join kept using (article_id, day)
    where (made.events, made.votes, kept.before, ${sealOf(sql)})
      is distinct from (kept.events, kept.votes, kept.previous, kept.hash)
    order by 1, 2`,
  );
}
