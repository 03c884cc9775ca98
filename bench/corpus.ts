import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type postgres from 'postgres';
import { articleHref } from '#features/article/href.ts';
import { StartProblem } from '#lib/start-problem.ts';
import { runScript } from './processes.ts';

/** The real stories that come beside the project, where they are at hand. */
export const corpus = join(import.meta.dirname, '..', '..', 'shared', 'corpora', 'news.jsonl.gz');

/**
 * Loads the stories to measure with, unless an earlier run has: those of `file`, else real ones where they are at
 * hand, else generated ones. Says how many there are.
 */
export async function loadCorpus(sql: postgres.Sql, environment: NodeJS.ProcessEnv, file?: string): Promise<string> {
  if ((await countStories(sql)) < enough) {
    if (file !== undefined || existsSync(corpus)) {
      await runScript('scripts/import.ts', [file ?? corpus], environment);
    } else {
      const size = ['--articles', '2000', '--views', '20000', '--votes', '2000', '--seed', '1'];
      await runScript('scripts/generate.ts', size, { ...environment, DATABASE_APP_URL: '' });
    }
  }
  return `${await countStories(sql)} stories`;
}

const enough = 200;

async function countStories(sql: postgres.Sql): Promise<number> {
  const [row] = await sql`select count(*)::int as stories from articles_public`;
  return row?.stories ?? 0;
}

const patienceMilliseconds = 15 * 60_000;

/** Waits until the worker has done what it was left to do; `note` hears of a long wait. */
export async function untilWorkedOff(sql: postgres.Sql, note: (text: string) => void): Promise<void> {
  const began = Date.now();
  for (let turn = 1; ; turn += 1) {
    const [row] = await sql`
      select count(*)::int as jobs from graphile_worker.jobs where run_at <= now() and attempts < max_attempts`;
    if (!row?.jobs) return;
    if (Date.now() - began > patienceMilliseconds) {
      throw new StartProblem('The worker does not get through its jobs; see what it wrote above.');
    }
    if (turn % 20 === 0) note(`Waiting for the worker: ${row.jobs} jobs`);
    await sleep(100);
  }
}

export interface Sample {
  /** A story without pictures of common length. */
  readonly hot: string;
  /** Others, spread over all dates. */
  readonly cold: readonly string[];
  /** Of any length, none of those above. */
  readonly others: readonly string[];
  /** The section with the most stories. */
  readonly section: { readonly id: string; readonly slug: string };
}

/** Picks pages to measure: the same of the same stories. */
export async function pickSample(sql: postgres.Sql, count: number, others = 0): Promise<Sample> {
  const rows = await sql<{ slug: string; section: string }[]>`
    select p.slug, s.slug as section from articles_public p join sections s on s.id = p.section_id
    where p.hero_asset_id is null and p.body_html not like '%<img%' and p.word_count between 300 and 1000
    order by abs(p.word_count - 600), p.article_id limit ${count + 1}`;
  const [section] = await sql<{ id: string; slug: string }[]>`
    select s.id, s.slug from articles_public p join sections s on s.id = p.section_id
    group by s.id order by count(*) desc, s.id limit 1`;
  const [hot, ...cold] = rows.map((row) => articleHref(row.section, row.slug));
  const any = await sql<{ slug: string; section: string }[]>`
    select p.slug, s.slug as section from articles_public p join sections s on s.id = p.section_id
    order by md5(p.slug), p.article_id limit ${others + count + 1}`;
  const taken = new Set([hot, ...cold]);
  const rest = any.map((row) => articleHref(row.section, row.slug)).filter((href) => !taken.has(href));
  if (!hot || !section || cold.length < count) throw new Error('The site has too few stories to measure with.');
  return { hot, cold, others: rest.slice(0, others), section };
}
