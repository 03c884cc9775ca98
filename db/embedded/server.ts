import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Home } from './home-layout.ts';
import { servesCluster } from './process-identity.ts';

/** The server of a cluster, as the pid file that Postgres itself keeps tells it. */
export type Server =
  | { readonly state: 'absent' }
  | { readonly state: 'starting' | 'stopping'; readonly pid: number }
  | { readonly state: 'ready'; readonly pid: number; readonly port: number };

/** Looks for a living server of `home`; a pid file that a killed one left behind is removed. */
export function findServer(home: Home): Server {
  const file = join(home.cluster, 'postmaster.pid');
  const found = readPidFile(file);
  if (!found || isServing(found, home)) return found ?? { state: 'absent' };
  // Postgres would refuse to start while a stranger has the id that the file names. Looked at again, since another
  // starter's server may just have written a new one.
  const again = readPidFile(file);
  if (again && again.pid === found.pid && !isServing(again, home)) rmSync(file, { force: true });
  return { state: 'absent' };
}

/** A file without a number in it is one that a server is just about to write, unless it is old. */
function isServing(found: PidFile, home: Home): boolean {
  return found.pid > 0 ? servesCluster(found.pid, home.cluster) : found.ageMilliseconds < 10_000;
}

const patience = { politeMilliseconds: 60_000, firmMilliseconds: 5_000 };

/** Stops the server of `home` if one runs: its connections are closed, what is committed is on the disk. */
export async function stopServer(home: Home): Promise<void> {
  const pid = askServerToStop(home);
  if (pid === null || (await ends(pid, home, patience.politeMilliseconds))) return;
  // Stops at once and leaves the rest to recovery at the next start.
  signal(pid, 'SIGQUIT');
  await ends(pid, home, patience.firmMilliseconds);
}

/** Begins Postgres's fast shutdown without waiting for it. Returns the server's pid, or null when there is none. */
export function askServerToStop(home: Home): number | null {
  const server = findServer(home);
  if (server.state === 'absent' || server.pid <= 0) return null;
  signal(server.pid, 'SIGINT');
  return server.pid;
}

type PidFile = Exclude<Server, { state: 'absent' }> & { readonly ageMilliseconds: number };

/** The lines of postmaster.pid: pid, data directory, start time, port, socket folder, address, memory key, state. */
function readPidFile(file: string): PidFile | null {
  try {
    const lines = readFileSync(file, 'utf8').split('\n');
    const common = { pid: Number(lines[0]), ageMilliseconds: Date.now() - statSync(file).mtimeMs };
    const status = lines[7]?.trim();
    if (status === 'ready') return { ...common, state: 'ready', port: Number(lines[3]) };
    return { ...common, state: status === 'stopping' ? 'stopping' : 'starting' };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EACCES') return null;
    throw error;
  }
}

async function ends(pid: number, home: Home, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  while (servesCluster(pid, home.cluster)) {
    if (Date.now() > deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return true;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
