import type { IncomingMessage, ServerResponse } from 'node:http';
import { inboxOfPath } from '#features/fediverse/model.ts';
import { clientAddress } from '#lib/client-address.ts';
import { withNewRequestId } from '#lib/request-id.ts';
import { serveAccent } from './fast/accent.ts';
import { handleInbox } from './fast/inbox.ts';
import { serveMedia } from './fast/media.ts';
import { originOf } from './fast/own-origin.ts';
import { handlePictureFetch } from './fast/picture-fetch.ts';
import { handleUpload } from './fast/upload.ts';
import { handleViews } from './fast/views.ts';
import { handleVotes } from './fast/votes.ts';
import { answerHealth, answerReadiness } from './health/answers.ts';
import { isInnerRequest, markForNext } from './http/inner-requests.ts';
import { nextAnswers } from './http/next-answers.ts';
import type { ReaderSite } from './http/reader-site.ts';
import { loggedPath, pathIn, plainTarget, requestPath } from './http/request-path.ts';
import { sendFailure } from './http/send-page.ts';
import { sendSentence } from './http/send-small.ts';
import { speculationRules } from './http/speculation-rules.ts';
import { staticFiles } from './http/static-files.ts';

type NextOptions = Omit<Parameters<typeof nextAnswers>[0], 'failurePages'>;

/** What is not a reader's page. Everything else that is read comes from the page cache. */
const special = /^\/(?:api|_next|assets|media|vote|desk|preview|healthz|readyz|speculation-rules\.json)(?:[/?#]|$)/;

/** Sends each request to the part that answers it. */
export function createRouter(options: NextOptions & { readonly site: ReaderSite }) {
  const { site, onFailure } = options;
  const answerByNext = nextAnswers({ ...options, failurePages: site.failurePages });
  const serveStatic = staticFiles();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = requestPath(request);
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
      case '/api/media':
        return handleUpload(request, response);
      case '/api/media/from-address':
        return handlePictureFetch(request, response);
    }
    if (isInboxPost(request, path)) return handleInbox(request, response);
    if (path.startsWith('/assets/accent-')) return serveAccent(request, response, path);
    if (path.startsWith('/media/')) return serveMedia(request, response, path);
    // Next's own picture service would fetch and convert what anybody asks it to; nothing here uses it.
    if (path.startsWith('/_next/image')) return sendSentence(request, response, 404, 'There is nothing here.');
    if (!options.development && (await serveStatic(request, response, path))) return;
    if (!admitPost(request)) return sendFailure(request, response, site.failurePages[403]);
    return answerByNext(request, response);
  }

  return (request: IncomingMessage, response: ServerResponse): void => {
    const target = plainTarget(request.url ?? '/');
    if (request.method !== 'POST' && !special.test(target)) return void site.serve(request, response);
    if (!isReadable(target)) return void sendFailure(request, response, site.failurePages[400]);
    request.url = target;
    // Enough of them would wait for each other: it gets nothing, and has the browser go there.
    if (isInnerRequest(request)) return void response.writeHead(204, { 'cache-control': 'no-store' }).end();
    markRequest(request);
    withNewRequestId(() => answer(request, response)).catch((error: unknown) => {
      onFailure(error, loggedPath(request));
      if (response.headersSent) response.destroy();
      else sendFailure(request, response, site.failurePages[500]);
    });
  };
}

/**
 * Whether an address is well-formed, without NUL, which Postgres does not take, and without `.` and `..`, by which Next
 * would come to a reader's page past the page cache; page-address.ts judges readers'.
 */
function isReadable(target: string): boolean {
  try {
    const segments = decodeURIComponent(pathIn(target)).split(/[/\\]/);
    return !target.includes('%00') && !segments.includes('.') && !segments.includes('..');
  } catch {
    return false;
  }
}

/** Tells what runs inside Next where a request came from and what it asks for, in headers that nobody outside can set. */
function markRequest(request: IncomingMessage): void {
  for (const name of Object.keys(request.headers)) if (name.startsWith('x-broadsheet-')) delete request.headers[name];
  request.headers['x-broadsheet-address'] = clientAddress(request);
  request.headers['x-broadsheet-path'] = request.url ?? '/';
  markForNext(request);
}

const isInboxPost = ({ method }: IncomingMessage, path: string): boolean =>
  method === 'POST' && inboxOfPath(path) !== undefined;

/**
 * Whether a request may go on: a form's post only where it comes from this site. Next compares the origin with the host that it sees, which a front server
 * may have rewritten: what is ours by our own judgement is shown to it under the host that it was sent to.
 */
function admitPost(request: IncomingMessage): boolean {
  if (request.method !== 'POST') return true;
  const origin = originOf(request);
  if (origin === 'foreign') return false;
  const host = request.headers.origin && URL.parse(request.headers.origin)?.host;
  if (host) request.headers.host = host;
  return true;
}
