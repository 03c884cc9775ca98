import type postgres from 'postgres';
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

/** Writes the ledger, its history and the tallies, the three of a story in one transaction. */
export async function loadVotes(sql: postgres.Sql, run: Run, planner: Planner, votes: number, onProgress: Progress) {
  for (const { parts, count } of inBatches(votesOf(run, planner, votes), (story) => story.votes.length)) {
    await sql.begin(async (tx) => {
      await copyInto(
        tx,
        'votes (article_id, voter_id, standing, changed_at)',
        parts.flatMap((part) => part.votes),
      );
      await copyInto(
        tx,
        'vote_events (article_id, voter_id, intent, happened_at)',
        parts.flatMap(({ events }) => events),
      );
      await copyInto(
        tx,
        'tallies (article_id, votes)',
        parts.flatMap(({ tallies }) => tallies),
      );
    });
    onProgress(count);
  }
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
