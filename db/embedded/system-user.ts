import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { StartProblem } from '#lib/start-problem.ts';

/** An account of the machine, as /etc/passwd lists it. */
export interface SystemUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const waysToMakeOne: readonly (readonly [string, ...string[]])[] = [
  ['useradd', '--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'],
  // Busybox has other tools.
  ['adduser', '-S', '-D', '-H', '-s', '/sbin/nologin', 'postgres'],
];

/** The account `postgres`, made when the machine has none. Needs root. */
export async function postgresUser(log?: (line: string) => void): Promise<SystemUser> {
  const present = await lookUp('postgres');
  if (present) return present;
  log?.('Making the system account postgres, since Postgres refuses to run as root');
  for (const [command, ...parameters] of waysToMakeOne) {
    spawnSync(command, parameters, { stdio: 'ignore' });
    const made = await lookUp('postgres');
    if (made) return made;
  }
  throw new StartProblem(
    'Postgres refuses to run as root and no account named postgres could be made; ' +
      'make one, or start Broadsheet as a plain user.',
  );
}

/** Whether `user` may enter `folder`: every folder above it counts, so the account itself is asked. */
export function canEnter(folder: string, user: SystemUser): boolean {
  const { status } = spawnSync('/bin/sh', ['-c', 'cd "$0"', resolve(folder)], { ...asUser(user), cwd: '/' });
  return status === 0;
}

/**
 * The part of spawn's options that makes a process run as `user` (null leaves it ours) and with no environment of
 * ours: it could name another Postgres, its data or its libraries.
 */
export function asUser(user: SystemUser | null): { uid?: number; gid?: number; env: NodeJS.ProcessEnv } {
  const env = { PATH: '/usr/bin:/bin', LC_ALL: 'C' } as Partial<NodeJS.ProcessEnv> as NodeJS.ProcessEnv;
  return user ? { uid: user.uid, gid: user.gid, env } : { env };
}

async function lookUp(name: string): Promise<SystemUser | null> {
  const accounts = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const fields = accounts
    .split('\n')
    .map((line) => line.split(':'))
    .find(([account]) => account === name);
  return fields ? { name, uid: Number(fields[2]), gid: Number(fields[3]) } : null;
}
