import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type postgres from 'postgres';
import { StartProblem } from '#lib/start-problem.ts';
import { budgets } from './budgets.ts';
import { corpus, untilWorkedOff } from './corpus.ts';
import { openSite } from './open-site.ts';
import { runScript } from './processes.ts';
import type { Row } from './table.ts';

/** So many of a list are looked at. */
const shown = 5;

interface Labelled {
  readonly title: string;
  readonly date: string;
  readonly tags?: readonly string[];
}

/**
 * How many of the first five related stories share a topic with the story (precision at 5), by the tags that people
 * gave real stories. The site is filled with the stories without their tags, so that no way of finding sees them.
 */
export async function measureRelated(cleanup: AsyncDisposableStack, note: (text: string) => void): Promise<Row[]> {
  if (!existsSync(corpus)) throw new StartProblem(`The labelled stories are not there: ${corpus}`);
  const stories = gunzipSync(await readFile(corpus))
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Labelled);
  const bench = await openSite(cleanup, 'bench-related');
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-'));
  cleanup.defer(() => rm(folder, { recursive: true }));
  const file = join(folder, 'untagged.jsonl');
  await writeFile(file, stories.map(({ tags: _, ...story }) => JSON.stringify(story)).join('\n'));
  await runScript('scripts/import.ts', [file], bench.environment);
  await bench.sql`analyze`;
  const began = performance.now();
  // As at a newsroom whose stories have all been there for long: each is worked out once more among all.
  await bench.sql`
    select graphile_worker.add_job('relate-article', json_build_object('articleId', article_id), job_key := 'relate:' || article_id)
    from articles_public`;
  bench.startWorker();
  await untilWorkedOff(bench.sql, note);
  const seconds = (performance.now() - began) / 1000;

  const labels = await labelsOf(bench.sql, stories);
  const precision = async (what: string, list: (sql: postgres.Sql, id: string) => Promise<{ id: string }[]>) => {
    note(`Related stories: ${what}`);
    let sum = 0;
    for (const [id, tags] of labels) {
      const listed = (await list(bench.sql, id)).slice(0, shown);
      sum += listed.filter((other) => labels.get(other.id)?.some((tag) => tags.includes(tag))).length / shown;
    }
    return sum / labels.size;
  };
  const ours = await precision('as readers see them', asShown);
  const latest = await precision('the same section, latest', latestOfSection);
  const plain = await precision('by ts_rank', byRank);
  const measure = (what: string) => `Related stories of ${labels.size}, ${what}: share a topic (precision@${shown})`;
  return [
    {
      measure: measure('as shown'),
      plain: ours.toFixed(3),
      bar: `≥ ${budgets.relatedPrecision}`,
      held: ours >= budgets.relatedPrecision,
    },
    { measure: measure('same section, latest'), plain: latest.toFixed(3) },
    { measure: measure("plain ts_rank of the headline's words"), plain: plain.toFixed(3) },
    { measure: 'Related stories worked out: ms a story', plain: ((seconds * 1000) / stories.length).toFixed(1) },
  ];
}

/** The tags of each public story that has any, by its id; found by headline and date. */
async function labelsOf(sql: postgres.Sql, stories: readonly Labelled[]): Promise<Map<string, readonly string[]>> {
  const rows = await sql<{ id: string; headline: string; at: Date }[]>`
    select article_id as id, headline, first_published_at as at from articles_public`;
  const keyOf = (headline: string, at: Date) => `${headline.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} ${at.getTime()}`;
  const ids = new Map(rows.map(({ id, headline, at }) => [keyOf(headline, new Date(at)), id]));
  const labels = new Map<string, readonly string[]>();
  for (const { title, date, tags = [] } of stories) {
    const id = ids.get(keyOf(title, new Date(date)));
    if (id && tags.length > 0) labels.set(id, tags);
  }
  return labels;
}

const asShown = (sql: postgres.Sql, id: string) => sql<{ id: string }[]>`
  select related_id as id from related where article_id = ${id} order by position limit ${shown}`;

const latestOfSection = (sql: postgres.Sql, id: string) => sql<{ id: string }[]>`
  select other.article_id as id from articles_public self join articles_public other using (section_id)
  where self.article_id = ${id} and other.article_id <> self.article_id
  order by other.first_published_at desc, other.article_id limit ${shown}`;

const byRank = (sql: postgres.Sql, id: string) => sql<{ id: string }[]>`
  select other.article_id as id from articles_public self
  cross join lateral (
    select replace(plainto_tsquery('english', self.headline)::text, ' & ', ' | ')::tsquery as query
  ) asked
  join articles_public other on other.search @@ asked.query and other.article_id <> self.article_id
  where self.article_id = ${id}
  order by ts_rank(other.search, asked.query) desc, other.article_id limit ${shown}`;
