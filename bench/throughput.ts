import type { ChildProcess } from 'node:child_process';
import { cpuTimeOf } from './cpu-time.ts';
import type { Load, LoadResult } from './load-generator.ts';
import { median } from './median.ts';
import { ask } from './processes.ts';

export const encodings = ['identity', 'gzip', 'br'] as const;
export type Encoding = (typeof encodings)[number];

/** A server that answers the hot page, and the process that does. */
export interface Contender {
  readonly name: string;
  readonly process: ChildProcess;
  readonly url: Record<Encoding, string>;
  /** Slow ones take part in fewer rounds. */
  readonly rounds: number;
}

export interface Speed {
  readonly requestsPerSecond: number;
  readonly p99Milliseconds: number;
  /** Processor time of the server for one request, in microseconds. */
  readonly cpuMicroseconds: number | null;
}

/** The rounds of each contender under each encoding, in order. */
export type Speeds = Record<string, Record<Encoding, Speed[]>>;

const connections = 32;
const seconds = 2;

/**
 * Has each contender answer for a few seconds, in rounds, so that whatever else the machine does meets all alike.
 * A first, short round warms them up and is forgotten. Throws when an answer was not a 2xx.
 */
export async function measureThroughput(
  generator: ChildProcess,
  contenders: readonly Contender[],
  note: (text: string) => void,
): Promise<Speeds> {
  const speeds: Speeds = Object.fromEntries(contenders.map(({ name }) => [name, { identity: [], gzip: [], br: [] }]));
  for (const contender of contenders) {
    for (const encoding of encodings) await measure(generator, contender, encoding, 1);
  }
  const rounds = Math.max(...contenders.map((contender) => contender.rounds));
  for (let round = 1; round <= rounds; round += 1) {
    note(`Hot article page, round ${round} of ${rounds}`);
    for (const encoding of encodings) {
      for (const contender of contenders.filter((one) => one.rounds >= round)) {
        speeds[contender.name]?.[encoding].push(await measure(generator, contender, encoding, seconds));
      }
    }
  }
  return speeds;
}

async function measure(
  generator: ChildProcess,
  { name, process, url }: Contender,
  encoding: Encoding,
  duration: number,
): Promise<Speed> {
  const load = {
    url: url[encoding],
    headers: { 'accept-encoding': encoding },
    status: 200,
    seconds: duration,
  } as const;
  return await measureSpeed(generator, { name, pids: [process.pid] }, load);
}

/** Puts a server of one or several processes under load once. Throws when an answer was of another status. */
export async function measureSpeed(
  generator: ChildProcess,
  { name, pids }: { readonly name: string; readonly pids: readonly (number | undefined)[] },
  what: Omit<Load, 'connections'>,
): Promise<Speed> {
  const before = sumOf(pids.map((pid) => cpuTimeOf(pid)));
  const result = await ask<LoadResult>(generator, { ...what, connections } satisfies Load);
  const after = sumOf(pids.map((pid) => cpuTimeOf(pid)));
  if (result.failures > 0) throw new Error(`${name} failed to answer ${result.failures} requests for ${what.url}.`);
  const requests = result.requestsPerSecond * what.seconds;
  return {
    requestsPerSecond: result.requestsPerSecond,
    p99Milliseconds: result.p99Milliseconds,
    cpuMicroseconds: before === null || after === null ? null : ((after - before) * 1000) / requests,
  };
}

function sumOf(times: readonly (number | null)[]): number | null {
  return times.reduce((sum, time) => (sum === null || time === null ? null : sum + time), 0);
}

/**
 * What a contender does undisturbed: the middle of the better half of its rounds. Whatever else the machine does can
 * only slow a round down; and a single round may have been lucky.
 */
export function speedOf(rounds: readonly Speed[] = []): Speed {
  const sorted = rounds.toSorted((one, other) => other.requestsPerSecond - one.requestsPerSecond);
  const middle = sorted[Math.floor((Math.ceil(sorted.length / 2) - 1) / 2)];
  if (!middle) throw new Error('Nothing was measured.');
  return middle;
}

/** Processor time for a request, the median over rounds; null where the system does not tell. */
export function workOf(rounds: readonly Speed[] = []): number | null {
  const known = rounds.flatMap(({ cpuMicroseconds }) => cpuMicroseconds ?? []);
  return known.length > 0 ? median(known) : null;
}
