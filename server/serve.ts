import cluster from 'node:cluster';
import { createServer } from 'node:http';
import next from 'next';
import { closeDatabase } from '#db/client.ts';
import { readSettings } from '#features/settings/queries.ts';
import { siteSettings } from '#features/settings/schema.ts';
import { trustedProxies } from '#lib/client-address.ts';
import { env, nameServerToNext, siteUrl } from '#lib/env.ts';
import { log } from '#lib/log.ts';
import { onLocalPurge } from '#lib/purge.ts';
import { withNewRequestId } from '#lib/request-id.ts';
import { viewsTold } from './fast/count-view.ts';
import { startViewFlush, stopViewFlush } from './fast/view-flush.ts';
import { databaseAnswers } from './health/health.ts';
import { closeServer } from './http/close-server.ts';
import { createReaderSite } from './http/reader-site.ts';
import { newPages } from './purges/new-pages.ts';
import { listenForPurges } from './purges/purge-listener.ts';
import type { RequestHandler } from './render/capture-response.ts';
import type { NamedSite } from './render/failure-pages.ts';
import { createRouter } from './router.ts';
import { stopMessage } from './workers/stop-message.ts';

/** Serves the site in this process until it is told to stop: the page cache and the fast paths in front of Next. */
export async function serveSite({ development }: { readonly development: boolean }): Promise<void> {
  const { PORT, PAGE_CACHE, PAGE_CACHE_MB, SURROGATE_MAX_AGE } = env();
  trustedProxies();
  nameServerToNext();

  // Next starts workers with our own flags, and one of them hangs under --conditions=react-server.
  if (development) process.execArgv = [];

  // Who offers another protocol is answered in this one (RFC 9110, section 7.8); Next would hang up. Hot reload needs it.
  const server = createServer({ shouldUpgradeCallback: () => development });
  const app = next({ dev: development, httpServer: server, port: PORT });
  await app.prepare();
  const nextHandler = app.getRequestHandler();
  const handler: RequestHandler = (request, response) => withNewRequestId(() => nextHandler(request, response));

  const shared = {
    handler,
    databaseIsDown: async () => !(await databaseAnswers()),
    onFailure: (error: unknown, path: string) => log.error({ err: error, path }, 'a page could not be rendered'),
    development,
  };
  const site = createReaderSite({
    ...shared,
    siteUrl: siteUrl(),
    site: await siteAtStart(),
    // In development every request is rendered, so that what was just changed is what is seen.
    maxBytes: PAGE_CACHE === 'on' && !development ? PAGE_CACHE_MB * 1024 * 1024 : 0,
    surrogateMaxAge: SURROGATE_MAX_AGE,
    newPages,
  });
  const stopLocalPurges = onLocalPurge((purge) => site.purge(purge));
  const purges = await listenForPurges({
    onPurge: (purge) => site.purge(purge),
    onGap: () => site.purgeAll(),
    onTrust: (trusted) => site.trust(trusted),
  });
  startViewFlush();

  server.on('request', createRouter({ ...shared, site, https: siteUrl().startsWith('https:') }));
  server.listen(PORT, () => log.info({ url: siteUrl() }, 'the site is ready'));
  server.once('error', (error: NodeJS.ErrnoException) => {
    process.stderr.write(`The site cannot listen on port ${PORT} (${error.code}): choose another with PORT.\n`);
    process.exit(1);
  });

  /** Takes no more connections, ends the answers under way, writes down the views counted, and lets the database go. */
  async function stop(): Promise<void> {
    log.info('the site is stopping');
    await closeServer(server);
    await viewsTold();
    await stopViewFlush();
    stopLocalPurges();
    await purges.stop();
    await closeDatabase();
    await app.close();
    process.exit(0);
  }
  onceToldToStop(() => void stop());
}

/** A signal ends a process that serves alone. One of several is told by the first process, which gets the signals. */
function onceToldToStop(stop: () => void): void {
  if (!cluster.isWorker) {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop);
    return;
  }
  // A terminal sends Ctrl-C to all of them at once.
  process.on('SIGINT', () => undefined);
  process.once('SIGTERM', stop);
  process.on('message', (message) => {
    if (message === stopMessage) stop();
  });
}

/** The site's name and language as they are at the start, for pages that stand in when nothing can be asked. */
async function siteAtStart(): Promise<NamedSite> {
  try {
    return await readSettings();
  } catch (error) {
    log.warn({ err: error }, 'the settings could not be read: failure pages are those of the default settings');
    return siteSettings.parse({});
  }
}
