import { setTimeout as sleep } from 'node:timers/promises';
import { StartProblem } from '#lib/start-problem.ts';
import { unlessAborted } from '#lib/unless-aborted.ts';
import type { ClusterFiles } from './cluster-files.ts';
import { isStillStarting } from './connection.ts';
import { prepareDatabase } from './database.ts';
import type { Home, Log } from './home-layout.ts';
import { launchServer } from './launch.ts';
import { findServer } from './server.ts';

export interface Reach {
  readonly home: Home;
  readonly files: ClusterFiles;
  readonly durable: boolean;
  readonly log: Log | undefined;
  readonly signal: AbortSignal | undefined;
}

const patienceMilliseconds = 120_000;

/** Joins the server of a cluster, launched where there is none, and sees that the database in it is ready. */
export async function reachServer(reach: Reach): Promise<{ port: number; reused: boolean }> {
  const { home, files, durable, log, signal } = reach;
  const deadline = Date.now() + patienceMilliseconds;
  let launched = false;
  while (Date.now() < deadline) {
    signal?.throwIfAborted();
    const server = findServer(home);
    if (server.state === 'ready') {
      const ready = await unlessAborted(tryToPrepare(files, server.port), signal);
      if (ready) return { port: server.port, reused: !launched };
    } else if (server.state === 'absent') {
      log?.('Starting the embedded Postgres');
      launched = await launchServer(home, { durable, signal });
      if (launched) continue;
    }
    await sleep(50, undefined, { signal });
  }
  throw new StartProblem(
    `The embedded Postgres in ${home.folder} did not answer for two minutes; see ${home.logFile}, then start again.`,
  );
}

/** The addresses of a server's databases, as the owner and as superuser. */
export function serverUrls({ superuserPassword, ownerPassword }: ClusterFiles, port: number) {
  return {
    ownerUrl: `postgres://broadsheet_owner:${ownerPassword}@127.0.0.1:${port}/broadsheet`,
    superuserUrl: `postgres://broadsheet_superuser:${superuserPassword}@127.0.0.1:${port}/postgres`,
  };
}

/** False when the server went away or is not ready to take connections yet: look again. */
async function tryToPrepare(files: ClusterFiles, port: number): Promise<boolean> {
  try {
    await prepareDatabase(serverUrls(files, port).superuserUrl, files.ownerPassword);
    return true;
  } catch (error) {
    if (isStillStarting(error)) return false;
    throw error;
  }
}
