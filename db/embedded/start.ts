import { StartProblem } from '#lib/start-problem.ts';
import { readClusterFiles } from './cluster-files.ts';
import { createClusterIfMissing } from './create-cluster.ts';
import { holdCluster } from './holders.ts';
import { findHome, homeFor } from './home.ts';
import type { Log } from './home-layout.ts';
import { reachServer, serverUrls } from './reach.ts';
import { askServerToStop, findServer, stopServer } from './server.ts';

export interface EmbeddedPostgres {
  /** The database `broadsheet` as its owner, who is not a superuser. */
  readonly ownerUrl: string;
  /** The maintenance database as superuser: for the launcher and for cloning test databases, nothing else. */
  readonly superuserUrl: string;
  /** True when the server was already running. */
  readonly reused: boolean;
  /** Where the server writes what it has to say. */
  readonly logFile: string;
  /** False when the server has died. */
  isRunning(): boolean;
  /** Starts a server that has died again, at the same address. Throws a StartProblem of one sentence. */
  restart(signal?: AbortSignal): Promise<void>;
  /** Stops the server, unless another process that asked for it is still there. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  readonly dataFolder: string;
  readonly log?: Log;
  /** False for databases that may be lost with the power, as in tests: nothing waits for the disk. */
  readonly durable?: boolean;
  /** Calls the start off: nothing that it began is left running. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Starts the PostgreSQL that npm installed on the cluster in `dataFolder`, made at first use, or joins the server
 * that already runs there. Any number of processes may call this at once. Throws a StartProblem of one sentence.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dataFolder, log, durable = true, signal } = options;
  const home = await homeFor(dataFolder, log);
  signal?.throwIfAborted();
  await createClusterIfMissing(home, { log, durable, signal });
  const files = await readClusterFiles(home);
  const release = await holdCluster(home.folder, () => askServerToStop(home));
  const stop = () => release(() => stopServer(home));
  try {
    const { port, reused } = await reachServer({ home, files, durable, log, signal });
    return {
      ...serverUrls(files, port),
      reused,
      logFile: home.logFile,
      isRunning: () => findServer(home).state !== 'absent',
      async restart(signal) {
        const found = await reachServer({ home, files, durable, log: undefined, signal });
        if (found.port !== port) throw portTaken(port);
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The owner's URL when an embedded server is running on `dataFolder`, else null. Starts nothing. */
export async function attachEmbeddedPostgres(dataFolder: string): Promise<string | null> {
  const home = await findHome(dataFolder);
  if (!home) return null;
  const server = findServer(home);
  if (server.state !== 'ready') return null;
  return serverUrls(await readClusterFiles(home), server.port).ownerUrl;
}

/** Those who use the database know it by its port. */
function portTaken(port: number): StartProblem {
  return new StartProblem(
    `The port of the embedded Postgres, ${port}, was taken by another program while it was down; start again.`,
  );
}
