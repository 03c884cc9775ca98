import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import next from 'next';
import { closeDatabase } from '#db/client.ts';
import { clientAddress } from '#lib/client-address.ts';
import { env, siteUrl } from '#lib/env.ts';
import { log } from '#lib/log.ts';
import { onLocalPurge } from '#lib/purge.ts';
import { withRequestId } from '#lib/request-id.ts';
import { serveMedia } from './fast/media.ts';
import { handleViews, startViewFlush, stopViewFlush } from './fast/views.ts';
import { handleVotes } from './fast/votes.ts';
import { answerHealth, answerReadiness } from './health/answers.ts';
import { databaseAnswers } from './health/health.ts';
import { nextAnswers } from './http/next-answers.ts';
import { createReaderSite } from './http/reader-site.ts';
import { speculationRules } from './http/speculation-rules.ts';
import { staticFiles } from './http/static-files.ts';
import { listenForPurges } from './purges/purge-listener.ts';
import { closeServer } from './http/close-server.ts';

const development = process.argv.includes('--dev');
const { PORT, PAGE_CACHE, PAGE_CACHE_MB, SURROGATE_MAX_AGE, TRUSTED_PROXIES, SITE_URL } = env();
const https = siteUrl().startsWith('https:');

const server = createServer();
const app = next({ dev: development, httpServer: server, port: PORT });
await app.prepare();
const handler = app.getRequestHandler();

const databaseIsDown = async () => !(await databaseAnswers());
const onFailure = (error: unknown, path: string) => log.error({ err: error, path }, 'a page could not be rendered');

const site = createReaderSite({
  handler,
  siteUrl: siteUrl(),
  siteName: 'Broadsheet',
  maxBytes: PAGE_CACHE === 'on' ? PAGE_CACHE_MB * 1024 * 1024 : 0,
  surrogateMaxAge: SURROGATE_MAX_AGE,
  databaseIsDown,
  onFailure,
  development,
});
const answerByNext = nextAnswers({ handler, failurePages: site.failurePages, databaseIsDown, onFailure, https, development });
const serveStatic = staticFiles();

const purges = await listenForPurges({
  onPurge: (purge) => site.purge(purge),
  onGap: () => site.purgeAll(),
  onTrust: (trusted) => site.trust(trusted),
});
const stopLocalPurges = onLocalPurge((purge) => site.purge(purge));
startViewFlush();

server.on('request', (request: IncomingMessage, response: ServerResponse) => {
  // Most requests are hits: they are answered before anything else is looked at.
  if (isReading(request) && site.serveHit(request, response)) return;
  withRequestId(randomUUID(), () => {
    route(request, response).catch((error: unknown) => {
      onFailure(error, pathOf(request));
      response.destroy();
    });
  });
});
server.listen(PORT, () => log.info({ port: PORT, url: siteUrl() }, 'the site is ready'));

async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = pathOf(request);
  markRequest(request);
  switch (path) {
    case '/healthz':
      return answerHealth(request, response);
    case '/readyz':
      return answerReadiness(request, response);
    case '/speculation-rules.json':
      return speculationRules(response);
    case '/api/votes':
      return handleVotes(request, response);
    case '/api/views':
      return handleViews(request, response);
  }
}
