import 'server-only';
import { type SQL, sql } from 'drizzle-orm';

/** The first moment that is not sealed: what came before is added up by hour and, in the seals, by story. */
const unsealed = sql`coalesce((select max(day) + 1 from vote_seals)::timestamp at time zone 'UTC', '-infinity')`;

/** By how much all tallies changed since the beginning of an hour, in rows of `at` and `votes`. */
export const votesByHour = (since: SQL): SQL => sql`
  select hour as at, votes from vote_hours where hour >= ${since}
  union all ${votesOneByOne(sql`greatest(${since}, ${unsealed})`)}`;

/** The same since any moment, for spans in which not much can happen. */
export const votesOneByOne = (since: SQL): SQL => sql`
  select happened_at as at, tally_change(intent) as votes from vote_events where happened_at >= ${since}`;

/**
 * By how much the tallies of some stories changed, in rows of `article_id` and `votes`: the tally as it stands, less
 * what it was at the end of a sealed day, less what came between that and `since`, a day's history at most.
 */
export const votesOfArticles = (ids: SQL, since: SQL): SQL => sql`
  select article_id, tallies.votes - coalesce(sealed.votes, 0) - coalesce(between_them.votes, 0) as votes
  from tallies left join lateral (
    select votes from vote_seals where vote_seals.article_id = tallies.article_id
      and day < (select (${sealedBefore(since)} at time zone 'UTC')::date) order by day desc limit 1
  ) as sealed on true left join (
    select article_id, sum(tally_change(intent)) as votes from vote_events
    where happened_at >= (select ${sealedBefore(since)}) and happened_at < ${since} and article_id = any (${ids})
    group by article_id
  ) as between_them using (article_id)
  where article_id = any (${ids})`;

/** The last midnight of UTC up to which all days are sealed and which is no later than `since`. */
const sealedBefore = (since: SQL): SQL => sql`least(date_trunc('day', ${since}, 'UTC'), ${unsealed})`;
