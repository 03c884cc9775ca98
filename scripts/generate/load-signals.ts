import type postgres from 'postgres';
import type { ViewSource } from '#lib/vocabulary.ts';
import { copyInto } from './copy.ts';
import { relatedOf } from './related.ts';
import type { Planner, Run } from './story-plan.ts';
import { viewsOf } from './views.ts';
import { votesOf } from './votes.ts';

type Progress = (count: number) => void;

const batchRows = 20_000;

/** Writes the views by hour and in all. */
export async function loadViews(sql: postgres.Sql, run: Run, planner: Planner, views: number, onProgress: Progress) {
  await sql`select ensure_view_partitions(${dayOf(planner(0).publishedAt)}::date, ${dayOf(run.now)}::date)`;
  for (const { parts, count } of inBatches(viewsOf(run, planner, views), ({ buckets }) => buckets.length)) {
    await sql.begin(async (tx) => {
      await copyInto(
        tx,
        'view_buckets (article_id, hour, human, filtered)',
        parts.flatMap(({ buckets }) => buckets),
      );
      await copyInto(
        tx,
        'view_totals (article_id, human, filtered)',
        parts.flatMap(({ totals }) => totals),
      );
    });
    onProgress(count);
  }
}

/**
 * Adds up the views of the last month by section, by byline and by where readers came from, as is done when views are
 * counted one by one. Which reader came from where is nowhere kept, so each hour is split alike.
 */
export async function loadViewShares(sql: postgres.Sql, run: Run) {
  const [names, parts] = [Object.keys(sourceShares), Object.values(sourceShares)];
  await sql`
    with hours as materialized (
      select b.article_id, b.hour, b.human, b.filtered from view_buckets b
      where b.hour > ${new Date(run.now)}::timestamptz - interval '31 days'
    ), stories as materialized (
      select article_id, publication_id, section_id from articles_public
      where article_id = any (array(select distinct article_id from hours))
    )
    insert into view_shares (part, hour, key, human, filtered)
    select 'source', hour, name, round(human * upto) - round(human * (upto - share)),
      round(filtered * upto) - round(filtered * (upto - share))
    from (select hour, sum(human) as human, sum(filtered) as filtered from hours group by hour) as counted
    cross join (
      select name, share, sum(share) over (order by place) as upto
      from unnest(${names}::text[], ${parts}::numeric[]) with ordinality as source (name, share, place)
    ) as sources
    union all
    select 'section', hour, section_id::text, sum(human), sum(filtered)
    from hours join stories using (article_id) group by hour, section_id
    union all
    select 'byline', hour, byline_id::text, sum(human), sum(filtered)
    from hours join stories using (article_id) join publication_bylines using (publication_id) group by hour, byline_id
    on conflict (part, hour, key) do update set human = excluded.human, filtered = excluded.filtered`;
}

/** From where so many of a hundred readers came. */
const sourceShares: Record<ViewSource, number> = {
  ...{ search: 0.31, social: 0.12, assistant: 0.02, site: 0.06, own: 0.2, direct: 0.29 },
};

/**
 * Writes the ledger, its history and the tallies in one transaction. The history is written in the order of time, as it
 * comes about, which is what its index of time lives by. Seals are taken away, since days get more than was sealed: the
 * worker makes them anew.
 */
export async function loadVotes(sql: postgres.Sql, run: Run, planner: Planner, votes: number, onProgress: Progress) {
  await sql.begin(async (tx) => {
    await tx`create temporary table happened (like vote_events) on commit drop`;
    await tx`alter table happened drop column id`;
    for (const { parts, count } of inBatches(votesOf(run, planner, votes), (story) => story.votes.length)) {
      await copyInto(
        tx,
        'votes (article_id, voter_id, standing, changed_at)',
        parts.flatMap((part) => part.votes),
      );
      await copyInto(
        tx,
        'happened (article_id, voter_id, intent, happened_at)',
        parts.flatMap(({ events }) => events),
      );
      await copyInto(
        tx,
        'tallies (article_id, votes)',
        parts.flatMap(({ tallies }) => tallies),
      );
      onProgress(count);
    }
    await tx`
      insert into vote_events (article_id, voter_id, intent, happened_at)
      select article_id, voter_id, intent, happened_at from happened order by happened_at`;
    await tx`delete from vote_seals`;
    await tx`delete from vote_hours`;
  });
}

/** Writes the related lists of the newest stories. */
export async function loadRelated(sql: postgres.Sql, run: Run, planner: Planner) {
  await sql.begin((tx) => copyInto(tx, 'related (article_id, position, related_id, score)', relatedOf(run, planner)));
}

/** Stories together until they have enough rows for a transaction. */
function* inBatches<Part extends { count: number }>(parts: Iterable<Part>, rowsOf: (part: Part) => number) {
  let batch: Part[] = [];
  let rows = 0;
  const whole = () => ({ parts: batch, count: batch.reduce((sum, part) => sum + part.count, 0) });
  for (const part of parts) {
    batch.push(part);
    rows += rowsOf(part);
    if (rows < batchRows) continue;
    yield whole();
    batch = [];
    rows = 0;
  }
  if (batch.length > 0) yield whole();
}

const dayOf = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 10);
