import { join } from 'node:path';
import type { SystemUser } from './system-user.ts';

/** Takes one line about what is being done, for whoever waits. */
export type Log = (line: string) => void;

/** Where a cluster and what belongs to it is kept, and under which account its server runs. */
export interface Home {
  readonly folder: string;
  /** What Postgres calls its data directory. */
  readonly cluster: string;
  readonly logFile: string;
  /** Postgres refuses to run as root: then this is the account that it runs under. Null: our own. */
  readonly runAs: SystemUser | null;
}

/** Where each thing lies in a home. */
export function layOut(folder: string, runAs: SystemUser | null): Home {
  return { folder, cluster: join(folder, 'cluster'), logFile: join(folder, 'postgres.log'), runAs };
}
