import type { ChildProcess } from 'node:child_process';
import { untilWorkedOff } from './corpus.ts';
import { measureInTurns } from './in-turns.ts';
import { type BenchSite, openSite } from './open-site.ts';
import { runScript, stop } from './processes.ts';
import { measureRankings, type RankingTimes } from './rankings.ts';
import { pickSurfaces, type Surface } from './surfaces.ts';
import { type TableSize, tableSizes } from './table-sizes.ts';
import { measureVisibility, type Visibility } from './visibility.ts';

/** What was measured of a site: each kind of page without the page cache, and what may grow with its stories. */
export interface SizedSite {
  readonly stories: number;
  /** By kind of page. */
  readonly pages: Readonly<Record<string, PageCost>>;
  readonly startMilliseconds: readonly number[];
  readonly visibility: readonly Visibility[];
  readonly rankings: RankingTimes;
  readonly tables: readonly TableSize[];
}

export interface PageCost {
  /** Of each answer. */
  readonly milliseconds: readonly number[];
  /** How many addresses or kilobytes the page has, where that is what it goes by; else 1. */
  readonly amount: number;
  readonly by?: Surface['by'];
  /** What the server's process held at most meanwhile; 0 where the system does not tell. */
  readonly megabytes: number;
}

const warmUps = 10;
/** A twentieth of these are six: a pause of the garbage collector or two decide nothing. */
const times = 120;
const starts = 5;
const published = 6;

/**
 * A thousand stories beside a million, of the same generator and with as many views and votes a story, on two sites that
 * run at the same time and are asked in turns. The million is generated once, which takes some 20 minutes, and kept.
 */
export async function measureMillion(
  cleanup: AsyncDisposableStack,
  note: (text: string) => void,
): Promise<{ few: SizedSite; many: SizedSite }> {
  const [few, many] = [
    await openSized(cleanup, note, { folder: 'bench-thousand', stories: 1000 }),
    await openSized(cleanup, note, { folder: 'bench-million', stories: 1_000_000 }),
  ];
  const sites = [few, many] as const;
  const startMilliseconds = await startInTurns(sites, note);
  const pages = await askInTurns(sites, note);
  const visibility = await publishInTurns(sites, note);
  const [small, large] = [await grown(few, note), await grown(many, note)];
  const of = (index: number) => ({
    pages: pages[index] ?? {},
    startMilliseconds: startMilliseconds[index] ?? [],
    visibility: visibility[index] ?? [],
  });
  return { few: { ...small, ...of(0) }, many: { ...large, ...of(1) } };
}

/** What may grow with the stories. */
async function grown({ bench, stories }: Sized, note: (text: string) => void) {
  note(`${stories} stories: rankings`);
  await bench.takeOver();
  return { stories, rankings: await measureRankings(bench.sql), tables: await tableSizes(bench.sql) };
}

interface Sized {
  readonly bench: BenchSite;
  readonly stories: number;
}

async function openSized(
  cleanup: AsyncDisposableStack,
  note: (text: string) => void,
  { folder, stories }: { folder: string; stories: number },
): Promise<Sized> {
  note(`Opening ${folder}`);
  const bench = await openSite(cleanup, folder);
  await runScript('scripts/build.ts', [], bench.environment);
  const [row] = await bench.sql<{ there: boolean }[]>`
    select count(*) = ${stories} as there from (select from articles limit ${stories}) found`;
  if (!row?.there) {
    note(`Generating ${stories} stories, once`);
    const counts = { articles: stories, views: stories * 100, votes: stories * 10, seed: 1 };
    const size = Object.entries(counts).flatMap(([name, count]) => [`--${name}`, String(count)]);
    await runScript('scripts/generate.ts', size, { ...bench.environment, DATABASE_APP_URL: '' });
  }
  // What the worker does every minute is measured by itself, and would fall into some pages and not into others.
  const worker = bench.startWorker();
  await untilWorkedOff(bench.sql, note);
  await stop(worker);
  await bench.sql`analyze`;
  return { bench, stories };
}

/** From the start of the server's process until it is ready. The first start of each finds its files. */
async function startInTurns(sites: readonly Sized[], note: (text: string) => void): Promise<number[][]> {
  const took: number[][] = sites.map(() => []);
  for (let round = 0; round <= starts; round += 1) {
    note(`Starting, round ${round} of ${starts}`);
    for (const [index, { bench }] of sites.entries()) {
      const began = performance.now();
      const server = await bench.startServer({});
      if (round > 0) took[index]?.push(performance.now() - began);
      await stop(server.process);
    }
  }
  return took;
}

async function askInTurns(sites: readonly Sized[], note: (text: string) => void): Promise<SizedSite['pages'][]> {
  const servers: { url: string; process: ChildProcess }[] = [];
  const surfaces: Record<string, Surface>[] = [];
  for (const { bench } of sites) {
    servers.push(await bench.startServer({ PAGE_CACHE: 'off' }));
    surfaces.push(await pickSurfaces(bench.sql));
  }
  const pages: Record<string, PageCost>[] = sites.map(() => ({}));
  for (const name of Object.keys(surfaces[0] ?? {})) {
    note(`Cold pages: ${name}`);
    const asked = servers.map(({ url, process: { pid } }, index) => ({
      url,
      pid,
      surface: surfaces[index]?.[name] as Surface,
    }));
    const took = await measureInTurns(asked, { warmUps, times });
    for (const [index, page] of took.entries()) {
      (pages[index] as (typeof pages)[number])[name] = { ...page, by: surfaces[index]?.[name]?.by };
    }
  }
  for (const { process } of servers) await stop(process);
  return pages;
}

/** From publishing to being seen, a story here and a story there. The first of each warms up. */
async function publishInTurns(sites: readonly Sized[], note: (text: string) => void): Promise<Visibility[][]> {
  const running = [];
  for (const { bench } of sites) {
    const worker = bench.startWorker();
    const { url, process: server } = await bench.startServer({});
    const settle = () => untilWorkedOff(bench.sql, note);
    await settle();
    running.push({ bench, worker, server, trial: { url, section: await firstSection(bench), count: 1, settle } });
  }
  const seen: Visibility[][] = sites.map(() => []);
  for (let round = 0; round <= published; round += 1) {
    note(`From publishing to being seen, story ${round} of ${published}`);
    for (const [index, { bench, trial }] of running.entries()) {
      await bench.takeOver();
      const [visibility] = await measureVisibility(trial);
      if (round > 0 && visibility) seen[index]?.push(visibility);
    }
  }
  for (const { server, worker } of running) await Promise.all([stop(server), stop(worker)]);
  return seen;
}

async function firstSection({ sql }: BenchSite): Promise<{ id: string; slug: string }> {
  const [section] = await sql<{ id: string; slug: string }[]>`select id, slug from sections order by id limit 1`;
  if (!section) throw new Error('The site has no section to publish in.');
  return section;
}
