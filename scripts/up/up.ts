import { once } from 'node:events';
import { trustedProxies } from '#lib/client-address.ts';
import { prepareDataFolder } from '#lib/data-folder.ts';
import { env, environmentFor } from '#lib/env.ts';
import { loadSecrets } from '#lib/secrets.ts';
import { StartProblem } from '#lib/start-problem.ts';
import { buildIfStale, buildParts } from '../build.ts';
import { createProgress, type Progress } from '../progress.mjs';
import { openDatabase } from './database.ts';
import { loadDemo } from './demo.ts';
import { firstAdminLink } from './first-admin.ts';
import type { UpOptions } from './options.ts';
import { claimPort } from './port.ts';
import { endProgram, startProgram } from './program.ts';
import { waitUntilReady } from './server.ts';
import type { Stopping } from './stopping.ts';
import { Worker } from './worker.ts';

const drainMilliseconds = 20_000;

/**
 * Brings the whole site up, keeps it up until it is asked to stop, and takes it down in order: the server, which
 * first ends what it is answering, the worker, the database. Throws a StartProblem of one sentence when it cannot.
 */
export async function up(options: UpOptions, stopping: Stopping): Promise<void> {
  const progress = createProgress();
  const { signal } = stopping;
  // What the server would trip over in its environment is said before anything is built.
  trustedProxies();
  await using cleanup = new AsyncDisposableStack();
  const port = await claimPort(env().PORT, { signal });
  const dataFolder = await prepareDataFolder();
  const secrets = await loadSecrets(dataFolder, env());
  const database = await progress.step('Starting the database', (log) => openDatabase({ dataFolder, log, signal }));
  cleanup.defer(() => progress.step('Stopping the database', () => database.stop()));
  signal.throwIfAborted();

  const environment = environmentFor({
    ...secrets,
    PORT: String(port),
    BROADSHEET_DATA: dataFolder,
    // The owner's URL stays here: what answers readers has no more rights than it needs.
    DATABASE_APP_URL: database.appUrl,
    DATABASE_URL: '',
    NEXT_TELEMETRY_DISABLED: '1',
    NODE_ENV: options.development ? 'development' : 'production',
    LOG_LEVEL: process.stdout.isTTY ? 'warn' : env().LOG_LEVEL,
  });
  if (options.demo) await loadDemo({ environment, appUrl: database.appUrl, progress, signal });
  const build = options.development ? buildParts : buildIfStale;
  await build({ environment, progress, signal });
  const served = serve({ options, environment, appUrl: database.appUrl, port, progress, cleanup, stopping });
  await Promise.race([served, database.keep(signal)]);
}

interface Serve {
  readonly options: UpOptions;
  readonly environment: NodeJS.ProcessEnv;
  readonly appUrl: string;
  readonly port: number;
  readonly progress: Progress;
  readonly cleanup: AsyncDisposableStack;
  readonly stopping: Stopping;
}

async function serve({ options, environment, appUrl, port, progress, cleanup, stopping }: Serve): Promise<void> {
  const worker = new Worker(environment);
  cleanup.defer(() => progress.step('Stopping the worker', () => worker.stop(drainMilliseconds, stopping.force)));
  const parameters = options.development ? ['--dev'] : [];
  const server = startProgram('server/main.ts', { environment, parameters });
  cleanup.defer(() =>
    progress.step('Stopping the server', () => endProgram(server, drainMilliseconds, stopping.force)),
  );
  await progress.step('Starting the server', () => waitUntilReady(server, port, stopping.signal));
  console.log(`\nBroadsheet is at ${env().SITE_URL ?? `http://localhost:${port}`}  (stop it with Ctrl-C)\n`);
  const link = await firstAdminLink(appUrl, port);
  if (link) console.log(`Make the first account, an admin, here (once, within a day):\n${link}\n`);
  const [code, signal] = await once(server, 'exit', { signal: stopping.signal });
  throw new StartProblem(`The server ended unexpectedly (${signal ?? `code ${code}`}); what it wrote above says why.`);
}
