import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync } from 'node:fs';

/** Whether a process with this id exists, ours or another account's. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Tells a process from a later one that got the same id: when it began. Empty when there is none, or only
 * one that has ended and waits for its parent to notice.
 */
export function processIdentity(pid: number): string {
  try {
    if (process.platform !== 'linux') return inspect(pid, 'lstart').replace(/\W+/g, '-');
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // After the name in brackets, which may hold spaces: the state, and 19 fields later the start time.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? '' : (fields[19] ?? '');
  } catch {
    return '';
  }
}

/** Whether the living process `pid` is a Postgres that serves `cluster`, and not a stranger that got its id. */
export function servesCluster(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform === 'win32') return true;
  try {
    if (process.platform !== 'linux') return inspect(pid, 'comm').includes('postgres');
    // The server works in its data directory, under whatever name that has now.
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
  } catch (error) {
    // Where /proc hides what others do, its name has to do.
    return (error as NodeJS.ErrnoException).code === 'EACCES' && nameOf(pid) === 'postgres';
  }
}

function nameOf(pid: number): string {
  return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
}

function inspect(pid: number, field: 'lstart' | 'comm'): string {
  return execFileSync('ps', ['-p', String(pid), '-o', `${field}=`], { encoding: 'utf8' }).trim();
}
