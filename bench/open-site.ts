import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type postgres from 'postgres';
import { closeDatabase } from '#db/client.ts';
import { startEmbeddedPostgres } from '#db/embedded/start.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { shortConnection } from '#db/short-connection.ts';
import { prepareDataFolder } from '#lib/data-folder.ts';
import { amendEnvironment, env, environmentFor } from '#lib/env.ts';
import { freePort } from '#lib/free-port.ts';
import { loadSecrets } from '#lib/secrets.ts';
import { startProgram, stop, untilReady } from './processes.ts';

export interface BenchSite {
  /** A connection as the owner, for looking. */
  readonly sql: postgres.Sql;
  readonly environment: NodeJS.ProcessEnv;
  /** On a free port, unless the settings name one. */
  startServer(settings: Record<string, string>): Promise<{ url: string; process: ChildProcess }>;
  startWorker(): ChildProcess;
  /** Has the commands that this process runs go to this site, where several are open. */
  takeOver(): Promise<void>;
}

/** Opens the benchmark's own data folder, beside that of the site. All that is started here ends with `cleanup`. */
export async function openSite(cleanup: AsyncDisposableStack, folder = 'bench'): Promise<BenchSite> {
  const dataFolder = await prepareDataFolder(join(await siteFolder(), folder));
  const secrets = await loadSecrets(dataFolder, env());
  const database = await startEmbeddedPostgres({ dataFolder });
  cleanup.defer(() => database.stop());
  const { appUrl } = await migrateDatabase(database.ownerUrl);
  const takeOver = async () => {
    await closeDatabase();
    amendEnvironment({
      DATABASE_APP_URL: appUrl,
      DATABASE_URL: undefined,
      BROADSHEET_DATA: dataFolder,
      LOG_LEVEL: 'warn',
    });
  };
  await takeOver();
  cleanup.defer(() => closeDatabase());
  const sql = shortConnection(database.ownerUrl);
  cleanup.defer(() => sql.end({ timeout: 5 }));
  const environment = environmentFor({
    ...secrets,
    BROADSHEET_DATA: dataFolder,
    DATABASE_APP_URL: appUrl,
    DATABASE_URL: '',
    NODE_ENV: 'production',
    LOG_LEVEL: 'warn',
    SITE_URL: '',
    BUILD_FOLDER: '.next-bench',
  });
  return {
    sql,
    environment,
    async startServer(settings) {
      const { PORT = String(await freePort()) } = settings;
      const url = `http://localhost:${PORT}`;
      const server = startProgram('server/main.ts', { ...environment, ...settings, PORT });
      cleanup.defer(() => stop(server));
      await untilReady(server, url);
      return { url, process: server };
    },
    startWorker() {
      const worker = startProgram('jobs/worker.ts', environment);
      cleanup.defer(() => stop(worker));
      return worker;
    },
    takeOver,
  };
}

let site: Promise<string> | undefined;

/** The folder of the site itself, asked for once: what is opened sets its own in the environment. */
function siteFolder(): Promise<string> {
  site ??= prepareDataFolder();
  return site;
}
