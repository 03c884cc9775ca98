import type { ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { median } from './median.ts';
import type { BenchSite } from './open-site.ts';
import { stop } from './processes.ts';
import { residentMegabytes } from './resident-memory.ts';
import { measureSpeed } from './throughput.ts';

export interface Workers {
  readonly count: number;
  readonly requestsPerSecond: number;
  /** Resident memory of all processes of the site together, in megabytes; null where the system does not tell. */
  readonly megabytes: number | null;
}

const rounds = 3;
const seconds = 2;

/** The hot page from one process and from two, which share the machine with who asks, and the memory that they take. */
export async function measureWorkers(
  bench: BenchSite,
  generator: ChildProcess,
  path: string,
  counts: readonly number[],
): Promise<Workers[]> {
  const measured: Workers[] = [];
  for (const count of counts) {
    const { url, process: server } = await bench.startServer({ WORKERS: String(count) });
    const pids = count > 1 ? childrenOf(server.pid) : [server.pid];
    const load = { url: url + path, headers: { 'accept-encoding': 'gzip' }, status: 200, seconds } as const;
    await measureSpeed(generator, { name: 'Broadsheet', pids }, load);
    const speeds = [];
    for (let round = 0; round < rounds; round += 1) {
      speeds.push(await measureSpeed(generator, { name: 'Broadsheet', pids }, load));
    }
    const memory = (count > 1 ? [server.pid, ...pids] : pids).map(residentMegabytes);
    const known = memory.filter((one) => one !== null);
    measured.push({
      count,
      requestsPerSecond: median(speeds.map(({ requestsPerSecond }) => requestsPerSecond)),
      megabytes: known.length === memory.length ? known.reduce((sum, one) => sum + one, 0) : null,
    });
    await stop(server);
  }
  return measured;
}

/** The processes that a process started itself; none where the system does not tell (only Linux does). */
function childrenOf(parent: number | undefined): number[] {
  const pids = entries('/proc').map(Number).filter(Number.isInteger);
  return pids.filter((pid) => Number(/^PPid:\s*(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1]) === parent);
}

/** Empty for what is not there, as a process that has ended meanwhile. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (isGone(error)) return '';
    throw error;
  }
}

function entries(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (isGone(error)) return [];
    throw error;
  }
}

const isGone = (error: unknown): boolean => ['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '');
