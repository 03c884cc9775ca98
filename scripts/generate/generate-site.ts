import { availableParallelism } from 'node:os';
import postgres from 'postgres';
import { StartProblem } from '#lib/start-problem.ts';
import type { Report } from '../terminal/progress-bar.ts';
import { announce } from './announce.ts';
import { loadRelated, loadViewShares, loadViews, loadVotes } from './load-signals.ts';
import { loadStories } from './load-stories.ts';
import { plannerFor, type Run } from './story-plan.ts';
import { importKeyOf } from './story-rows.ts';
import { ensureTerms } from './terms.ts';

export interface GenerateInput {
  readonly articles: number;
  /** Views by people. */
  readonly views: number;
  /** Readers who voted, some of whom took it back. */
  readonly votes: number;
  /** Without one, the first number that has not been used on this site. */
  readonly seed?: number | undefined;
  /** The newest story is about as old as this. */
  readonly now: Date;
}

/**
 * Fills the site with stories, views and votes by COPY, as the owner of the database. On an empty site the same seed
 * and `now` give the same stories with the same ids. Throws a StartProblem of one sentence.
 */
export async function generateSite(ownerUrl: string, input: GenerateInput, report: Report): Promise<{ seed: number }> {
  const connections = Math.min(4, availableParallelism());
  const sql = postgres(ownerUrl, { max: connections + 1, onnotice: () => undefined, connection: loading });
  try {
    return await withSeed(sql, input.seed, async (seed) => {
      const run: Run = { seed, articles: input.articles, now: input.now.getTime() };
      const counter = (phase: string, total: number) => {
        let done = 0;
        report(phase, 0, total);
        return (count: number) => {
          done += count;
          report(phase, done, total);
        };
      };
      const terms = await ensureTerms(sql);
      const planner = plannerFor(run, terms);
      await loadStories(sql, { run, terms, planner, connections, onProgress: counter('Stories', run.articles) });
      if (input.views > 0) await loadViews(sql, run, planner, input.views, counter('Views', input.views));
      if (input.votes > 0) await loadVotes(sql, run, planner, input.votes, counter('Votes', input.votes));
      const finish = counter('Lists and indexes', 3);
      await loadRelated(sql, run, planner);
      finish(1);
      await tidy(sql);
      if (input.views > 0) await loadViewShares(sql, run);
      finish(1);
      await announce(sql, terms, { seed, articles: input.articles, views: input.views, votes: input.votes });
      finish(1);
      return { seed };
    });
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** For the sessions that load: a crash of the machine may cost the last batch, and words are indexed in large heaps. */
const loading = {
  application_name: 'broadsheet generate',
  synchronous_commit: 'off',
  gin_pending_list_limit: 256 * 1024,
  maintenance_work_mem: 512 * 1024,
} as const;

/** One run at a time, on a seed that this site has not seen. */
async function withSeed<Value>(sql: postgres.Sql, wanted: number | undefined, work: (seed: number) => Promise<Value>) {
  const lock = await sql.reserve();
  try {
    const [row] = await lock`select pg_try_advisory_lock(hashtext('broadsheet.generate')) as free`;
    if (!row?.free) throw new StartProblem('Stories are being generated already; wait until that has ended.');
    return await work(await unusedSeed(lock, wanted));
  } finally {
    lock.release();
  }
}

async function unusedSeed(sql: postgres.ISql, wanted: number | undefined): Promise<number> {
  const isUsed = async (seed: number) =>
    (await sql`select 1 from articles where import_key = ${importKeyOf(seed, 0)}`).length > 0;
  if (wanted !== undefined) {
    if (!(await isUsed(wanted))) return wanted;
    throw new StartProblem(`The stories of seed ${wanted} are here already; choose another with --seed, or none.`);
  }
  let seed = 1;
  while (await isUsed(seed)) seed += 1;
  return seed;
}

/** Brings the heap of new words into the index of the search, and lets the planner know what there is. */
async function tidy(sql: postgres.Sql): Promise<void> {
  await sql`select gin_clean_pending_list('revisions_search')`;
  await sql`analyze`;
}
