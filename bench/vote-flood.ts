import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { createArticle } from '#features/article/commands/create-article.ts';
import { publishArticle } from '#features/article/commands/publish-article.ts';
import { bodyFromPlainText } from '#features/body/from-plain-text.ts';
import { systemActor } from '#features/user/actor.ts';
import type { BenchSite } from './open-site.ts';
import { ask, startPart, stop } from './processes.ts';
import type { Flood, FloodResult } from './voters.ts';

export interface VoteSpeed {
  readonly votesPerSecond: number;
  readonly p50Milliseconds: number;
  readonly p99Milliseconds: number;
}

export interface VoteFlood {
  readonly grouped: VoteSpeed;
  /** One transaction a vote, through the same door. */
  readonly single: VoteSpeed;
  /** The large flood, in which the site was killed once. */
  readonly killed: VoteSpeed;
  readonly voters: number;
  /** Every way in which ledger, tally and what was answered differ: none, or something is wrong. */
  readonly faults: readonly string[];
}

const connections = 64;
const voters = 50_000;
const rounds = 3;
const votersOfARound = { grouped: 20_000, single: 6000 } as const;

/** Readers who all vote for one story at once, each from a network of their own, which the site is told as by a proxy. */
export async function measureVoteFlood(bench: BenchSite, note: (text: string) => void): Promise<VoteFlood> {
  const generator = startPart('voters.ts');
  try {
    const results: Record<'grouped' | 'single', FloodResult[]> = { grouped: [], single: [] };
    const faults: string[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      for (const way of ['single', 'grouped'] as const) {
        note(`Votes for one story, ${way}, round ${round} of ${rounds}`);
        const articleId = await publishStory(bench);
        const site = await bench.startServer(settingsOf(way));
        const flood: Flood = { url: site.url, articleId, voters: votersOfARound[way], connections };
        // Connections and statements are made ready by readers of another story.
        await ask(generator, { ...flood, articleId: await publishStory(bench), voters: 500 });
        const result = await ask<FloodResult>(generator, flood);
        await stop(site.process);
        results[way].push(result);
        faults.push(...(await findFaults(bench, articleId, result)));
      }
    }
    const large = await floodAndKill(bench, generator, note);
    return {
      grouped: best(results.grouped),
      single: best(results.single),
      killed: speedOf(large.result),
      voters,
      faults: [...faults, ...(await findFaults(bench, large.articleId, large.result))],
    };
  } finally {
    await stop(generator);
  }
}

const settingsOf = (way: 'grouped' | 'single') => ({
  TRUSTED_PROXIES: 'loopback',
  ...(way === 'single' && { VOTE_GROUP: '1' }),
});

/** Kills the site without warning when a third of the readers have voted, and starts it again. */
async function floodAndKill(bench: BenchSite, generator: ReturnType<typeof startPart>, note: (text: string) => void) {
  note(`${voters} readers vote for one story, and the site is killed on the way`);
  const articleId = await publishStory(bench);
  const site = await bench.startServer(settingsOf('grouped'));
  const flood: Flood = { url: site.url, articleId, voters, connections };
  const done = ask<FloodResult>(generator, flood);
  const kill = async () => {
    while ((await tallyOf(bench, articleId)) < voters / 3) await sleep(20);
    const ended = once(site.process, 'exit');
    site.process.kill('SIGKILL');
    await ended;
    return bench.startServer({ ...settingsOf('grouped'), PORT: new URL(site.url).port });
  };
  const [result, again] = await Promise.all([done, kill()]);
  await stop(again.process);
  if (result.failed === 0) throw new Error('The site was killed too late: no reader met it.');
  return { articleId, result };
}

async function findFaults({ sql }: BenchSite, articleId: string, result: FloodResult): Promise<string[]> {
  const rows = await sql<{ voterId: string; standing: boolean }[]>`
    select voter_id as "voterId", standing from votes where article_id = ${articleId}`;
  const counted = rows.filter(({ standing }) => standing).length;
  const tally = await tallyOf({ sql }, articleId);
  const ledger = new Map(rows.map(({ voterId, standing }) => [voterId, standing]));
  const missing = [...result.standing].filter(([voterId, standing]) => ledger.get(voterId) !== standing);
  const extra = rows.filter(({ voterId }) => !result.standing.has(voterId)).length;
  return [
    tally !== counted && `the tally is ${tally} and the ledger has ${counted}`,
    rows.length !== ledger.size && `${rows.length - ledger.size} readers are in the ledger twice`,
    missing.length > 0 && `${missing.length} answered votes are not as they were answered`,
    extra > result.lost && `${extra} votes are of nobody, and only ${result.lost} first answers were lost`,
  ].filter((fault) => fault !== false);
}

async function tallyOf({ sql }: Pick<BenchSite, 'sql'>, articleId: string): Promise<number> {
  const [row] = await sql<{ votes: number }[]>`select votes from tallies where article_id = ${articleId}`;
  return row?.votes ?? 0;
}

async function publishStory({ sql }: BenchSite): Promise<string> {
  await sql`insert into sections (slug, name) values ('vote-flood', 'Vote flood') on conflict (slug) do nothing`;
  const [section] = await sql<{ id: string }[]>`select id from sections where slug = 'vote-flood'`;
  if (!section) throw new Error('The section of the flood could not be made.');
  const actor = systemActor('benchmark');
  const body = bodyFromPlainText('Everybody votes for this.');
  const content = { headline: 'A story that everybody votes for', sectionId: section.id, body };
  const { articleId } = await createArticle(actor, { content });
  await publishArticle(actor, { articleId });
  return articleId;
}

/** Whatever else the machine does can only slow a round down. */
function best(results: readonly FloodResult[]): VoteSpeed {
  const [first] = results.map(speedOf).toSorted((one, other) => other.votesPerSecond - one.votesPerSecond);
  if (!first) throw new Error('Nothing was measured.');
  return first;
}

function speedOf({ answered, seconds, milliseconds }: FloodResult): VoteSpeed {
  const at = (share: number) => milliseconds[Math.floor((milliseconds.length - 1) * share)] ?? Number.NaN;
  return { votesPerSecond: answered / seconds, p50Milliseconds: at(0.5), p99Milliseconds: at(0.99) };
}
