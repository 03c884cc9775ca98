import 'server-only';
import type { ISql } from 'postgres';
import { sqlClient, unhurried } from '#db/client.ts';
import { noSeal } from './model.ts';

/**
 * Seals each day (UTC) that is over: for each story whose votes changed then, the SHA-256 of the seal before it, a new line
 * and the day's changes as `readSealedDay` shows them. A day is one statement, so that what is cut short goes on the next
 * time; days are sealed in order. Returns how many seals were made.
 */
export async function sealVotes(now = new Date()): Promise<number> {
  const today = now.toISOString().slice(0, 10);
  let seals = 0;
  let day = await firstUnsealed();
  while (day && day < today) {
    seals += await sealDay(day);
    day = dayAfter(day);
  }
  return seals;
}

/**
 * The changes of a day of a story as they are sealed, one a line in the order of the ledger, each ended by a line feed:
 * the time, what happened, and the ballot, which is the beginning of the SHA-256 of `{story's id}:{reader's id}`.
 */
export const changesOf = (sql: ISql) => sql`
  string_agg(
    to_char(happened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') || ' ' || intent || ' '
      || left(encode(sha256(convert_to(article_id || ':' || voter_id, 'UTF8')), 'hex'), 32) || E'\n',
    '' order by id)`;

/** The hash of a day's changes and of the seal before it, both in columns of these names. */
export const sealOf = (sql: ISql) => sql`
  encode(sha256(convert_to(previous || E'\n' || changes, 'UTF8')), 'hex')`;

async function firstUnsealed(): Promise<string | null> {
  const [row] = await sqlClient()<{ day: string | null }[]>`
    select coalesce(
      (select max(day) + 1 from vote_seals),
      (select (min(happened_at) at time zone 'UTC')::date from vote_events)
    )::text as day`;
  return row?.day ?? null;
}

async function sealDay(day: string): Promise<number> {
  const { count } = await unhurried(
    (sql) => sql`
    with events as materialized (
      select * from vote_events
      where happened_at >= ${day}::date at time zone 'UTC' and happened_at < (${day}::date + 1) at time zone 'UTC'
    ), added_up as (
      insert into vote_hours (hour, votes)
      select date_trunc('hour', happened_at, 'UTC'), sum(tally_change(intent)) from events group by 1
      on conflict do nothing
    ), done as (
      select article_id, count(*)::int as events, sum(tally_change(intent))::int as difference,
        ${changesOf(sql)} as changes
      from events group by article_id
    ), chained as (
      select done.*, coalesce(last.votes, 0) + difference as votes, coalesce(last.hash, ${noSeal}) as previous
      from done left join lateral (
        select votes, hash from vote_seals
        where vote_seals.article_id = done.article_id and day < ${day} order by day desc limit 1
      ) as last on true
    )
    insert into vote_seals (article_id, day, events, votes, previous, hash)
    select article_id, ${day}, events, votes, previous, ${sealOf(sql)} from chained
    on conflict do nothing`,
  );
  return count;
}

function dayAfter(day: string): string {
  const next = new Date(day);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
