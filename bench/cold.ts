import { cpuTimeOf } from './cpu-time.ts';
import { median } from './median.ts';
import { measureMisses } from './misses.ts';

/** What pages cost that nobody has asked for: pages a second, and processor time of the server for one. */
export interface ColdSpeed {
  readonly pagesPerSecond: number;
  readonly cpuMilliseconds: number | null;
}

export interface ColdSpeeds {
  readonly articles: ColdSpeed;
  readonly empty: ColdSpeed;
}

const perRound = 40;
const readers = 8;

/**
 * Articles that nobody has asked for beside pages with the readers' layout and nothing in it, which Next renders no
 * faster: in turns, eight readers at a time, all through the same server. The first third warms up.
 */
export async function measureCold(
  { url, process }: { readonly url: string; readonly process: { readonly pid?: number | undefined } },
  articles: readonly string[],
): Promise<ColdSpeeds> {
  const rounds = { articles: [] as ColdSpeed[], empty: [] as ColdSpeed[] };
  for (let at = 0; at + perRound <= articles.length; at += perRound) {
    rounds.articles.push(await ask(articles.slice(at, at + perRound)));
    rounds.empty.push(await ask(Array.from({ length: perRound }, (_, index) => `/empty-page/${at + index}`)));
  }
  const skipped = Math.floor(rounds.articles.length / 3);
  return { articles: middle(rounds.articles.slice(skipped)), empty: middle(rounds.empty.slice(skipped)) };

  async function ask(paths: readonly string[]): Promise<ColdSpeed> {
    const share = paths.length / readers;
    const before = cpuTimeOf(process.pid);
    const began = performance.now();
    const parts = Array.from({ length: readers }, (_, reader) => paths.slice(reader * share, (reader + 1) * share));
    await Promise.all(parts.map((part) => measureMisses(url, part)));
    const took = performance.now() - began;
    const after = cpuTimeOf(process.pid);
    return {
      pagesPerSecond: (paths.length * 1000) / took,
      cpuMilliseconds: before === null || after === null ? null : (after - before) / paths.length,
    };
  }
}

function middle(rounds: readonly ColdSpeed[]): ColdSpeed {
  const work = rounds.flatMap(({ cpuMilliseconds }) => cpuMilliseconds ?? []);
  return {
    pagesPerSecond: median(rounds.map(({ pagesPerSecond }) => pagesPerSecond)),
    cpuMilliseconds: work.length > 0 ? median(work) : null,
  };
}
