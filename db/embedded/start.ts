import { StartProblem } from '#lib/start-problem.ts';
import { readClusterFiles } from './cluster-files.ts';
import { isStillStarting } from './connection.ts';
import { createClusterIfMissing } from './create-cluster.ts';
import { prepareDatabase } from './database.ts';
import { holdCluster } from './holders.ts';
import { findHome, homeFor } from './home.ts';
import type { Log } from './home-layout.ts';
import { launchServer } from './launch.ts';
import { askServerToStop, findServer, stopServer } from './server.ts';

export interface EmbeddedPostgres {
  /** The database `broadsheet` as its owner, who is not a superuser. */
  readonly ownerUrl: string;
  /** The maintenance database as superuser: for the launcher and for cloning test databases, nothing else. */
  readonly superuserUrl: string;
  /** True when the server was already running. */
  readonly reused: boolean;
  /** Stops the server, unless another process that asked for it is still there. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  readonly dataFolder: string;
  readonly log?: Log;
  /** False for databases that may be lost with the power, as in tests: nothing waits for the disk. */
  readonly durable?: boolean;
}

const patienceMilliseconds = 120_000;

/**
 * Starts the PostgreSQL that npm installed on the cluster in `dataFolder`, made at first use, or joins the server
 * that already runs there. Any number of processes may call this at once. Throws a StartProblem of one sentence.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dataFolder, log, durable = true } = options;
  const home = await homeFor(dataFolder, log);
  await createClusterIfMissing(home, { log, durable });
  const files = await readClusterFiles(home);
  const release = await holdCluster(home.folder, () => askServerToStop(home));
  try {
    const { port, reused } = await reachServer({ home, files, durable, log });
    return { ...urls(files, port), reused, stop: () => release(() => stopServer(home)) };
  } catch (error) {
    await release(() => stopServer(home));
    throw error;
  }
}

/** The owner's URL when an embedded server is running on `dataFolder`, else null. Starts nothing. */
export async function attachEmbeddedPostgres(dataFolder: string): Promise<string | null> {
  const home = await findHome(dataFolder);
  if (!home) return null;
  const server = findServer(home);
  if (server.state !== 'ready') return null;
  return urls(await readClusterFiles(home), server.port).ownerUrl;
}

interface Reach {
  readonly home: Awaited<ReturnType<typeof homeFor>>;
  readonly files: Awaited<ReturnType<typeof readClusterFiles>>;
  readonly durable: boolean;
  readonly log: Log | undefined;
}

async function reachServer({ home, files, durable, log }: Reach): Promise<{ port: number; reused: boolean }> {
  const deadline = Date.now() + patienceMilliseconds;
  let launched = false;
  while (Date.now() < deadline) {
    const server = findServer(home);
    if (server.state === 'ready') {
      const ready = await tryToPrepare(urls(files, server.port).superuserUrl, files.ownerPassword);
      if (ready) return { port: server.port, reused: !launched };
    } else if (server.state === 'absent') {
      log?.('Starting the embedded Postgres');
      launched = await launchServer(home, { durable });
      if (launched) continue;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new StartProblem(
    `The embedded Postgres in ${home.folder} did not answer for two minutes; see ${home.logFile}, then start again.`,
  );
}

/** False when the server went away or is not ready to take connections yet: look again. */
async function tryToPrepare(superuserUrl: string, ownerPassword: string): Promise<boolean> {
  try {
    await prepareDatabase(superuserUrl, ownerPassword);
    return true;
  } catch (error) {
    if (isStillStarting(error)) return false;
    throw error;
  }
}

function urls(files: { superuserPassword: string; ownerPassword: string }, port: number) {
  return {
    ownerUrl: `postgres://broadsheet_owner:${files.ownerPassword}@127.0.0.1:${port}/broadsheet`,
    superuserUrl: `postgres://broadsheet_superuser:${files.superuserPassword}@127.0.0.1:${port}/postgres`,
  };
}
