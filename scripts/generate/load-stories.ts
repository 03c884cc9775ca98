import type postgres from 'postgres';
import { BodyPool } from './body-pool.ts';
import { copyInto } from './copy.ts';
import { takenSlugs } from './slugs.ts';
import type { Planner, Run } from './story-plan.ts';
import { type StoryRows, storyTables, storyWriter } from './story-rows.ts';
import type { Terms } from './terms.ts';

interface Options {
  readonly run: Run;
  readonly terms: Terms;
  readonly planner: Planner;
  /** How many connections write at once. */
  readonly connections: number;
  readonly onProgress: (stories: number) => void;
}

const batchSize = 1000;

/** Writes all stories, oldest first, a batch a transaction, over several connections at once. */
export async function loadStories(sql: postgres.Sql, options: Options): Promise<void> {
  const { run, terms, planner, connections, onProgress } = options;
  const write = storyWriter({ run, terms, bodies: new BodyPool(run.seed), slugs: await takenSlugs(sql) });
  let next = 0;
  const takeTurns = async () => {
    while (next < run.articles) {
      const rows = emptyRows();
      const end = Math.min(next + batchSize, run.articles);
      const count = end - next;
      // Made without a pause, so that which connection takes which batch changes nothing in it.
      for (; next < end; next += 1) write(planner(next), rows);
      await sql.begin((tx) => copyBatch(tx, rows));
      onProgress(count);
    }
  };
  await Promise.all(Array.from({ length: connections }, takeTurns));
}

async function copyBatch(tx: postgres.TransactionSql, rows: StoryRows): Promise<void> {
  for (const [table, columns] of Object.entries(storyTables)) {
    await copyInto(tx, `${table} (${columns})`, rows[table as keyof StoryRows]);
  }
}

function emptyRows(): StoryRows {
  return {
    articles: [],
    revisions: [],
    revision_tags: [],
    revision_bylines: [],
    article_addresses: [],
    publications: [],
    publication_tags: [],
    publication_bylines: [],
  };
}
