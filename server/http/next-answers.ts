import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { type Trace, withTrace } from '#lib/trace.ts';
import { HttpProblem } from '#server/fast/json-answer.ts';
import { readBody } from '#server/fast/request-fields.ts';
import { usualLimits } from '#server/page-cache/page-cache.ts';
import { RenderQueue } from '#server/page-cache/render-queue.ts';
import { type Captured, captureResponse, type RequestHandler } from '#server/render/capture-response.ts';
import type { FailurePage, FailurePageName } from '#server/render/failure-pages.ts';
import { stripNextScripts } from '#server/render/strip-next-scripts.ts';
import { deskHeaders, deskPolicy, isDeskPath } from './desk-headers.ts';
import { isPreviewPath, previewHeaders } from './preview-headers.ts';
import { loggedPath, requestPath } from './request-path.ts';
import { securityHeaders } from './security-headers.ts';
import { sendFailure } from './send-page.ts';

interface NextAnswers {
  readonly handler: RequestHandler;
  readonly failurePages: Readonly<Record<FailurePageName, FailurePage>>;
  readonly databaseIsDown: () => Promise<boolean>;
  readonly onFailure: (failure: unknown, path: string) => void;
  readonly https: boolean;
  readonly development: boolean;
}

interface Finished {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
}

/** Milliseconds, as are those of production. */
const patient = { longestWait: 120_000, deadline: 120_000 } as const;

/** Bytes of a posted form: far more than any of a reader holds. */
const largestForm = 64 * 1024;
/** Bytes of what the desk posts: the longest story that is taken, in JSON. */
const largestDraft = 4 * 1024 * 1024;
/** So many larger than a form are held at once: who sends them is known only when they have been read. */
export const mostLargeBodies = 32;

/**
 * Answers what is made for one reader and never kept: a form's action, a confirmation, an API route. As with pages that
 * are kept, a bounded number is made at once, whoever floods us. Next's bare error answers become whole pages: an action
 * that this build does not know, and what failed.
 */
export function nextAnswers(options: NextAnswers) {
  const { handler, failurePages, development } = options;
  // Next compiles in development while others wait.
  const limits = development ? patient : { longestWait: usualLimits.longestWait, deadline: 10_000 };
  const queue = new RenderQueue({
    concurrent: usualLimits.concurrentRenders,
    waiting: usualLimits.waitingRenders,
    longestWait: limits.longestWait,
    now: Date.now,
  });
  async function answerTo(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url = '/' } = request;
    // Next says of a page without its body that it is empty.
    const method = request.method === 'HEAD' ? 'GET' : (request.method ?? 'GET');
    const policy = isDeskPath(requestPath(request)) ? deskPolicy(options) : undefined;
    // Next takes the nonce of its scripts from this header, which nobody outside may set.
    const headers = { ...withoutForwarding(request.headers), 'content-security-policy': policy };
    const posted = await readPost(request, policy ? largestDraft : largestForm);
    const captured = await queue.run(() => {
      const signal = AbortSignal.timeout(limits.deadline);
      return withTrace(() => captureResponse(handler, { method, url, headers, body: posted }, signal));
    });
    if (!captured) return sendFailure(request, response, failurePages[503]);
    const { value: answer, trace } = captured;
    const problem = await problemOfPost(request, answer, trace);
    if (problem) return sendFailure(request, response, failurePages[problem]);
    if (answer.status >= 500) throw new Error(`Next answered ${answer.status}.`);
    const status = answer.status === 200 ? trace.outcome : answer.status;
    send(request, response, { ...finish(request, answer, policy, options), status });
  }
  /** What Next could not take in: it says so, or fails before any command is asked. */
  async function problemOfPost(request: IncomingMessage, answer: Captured, trace: Trace) {
    if (request.method !== 'POST' || requestPath(request).startsWith('/api/')) return null;
    if (isUnknownAction(request, answer)) return 409;
    if (answer.status === 400) return contentTypeOf(answer).startsWith('text/plain') ? 'malformed' : null;
    if (answer.status < 500 || trace.acted || (await options.databaseIsDown())) return null;
    return 'malformed';
  }
  let largeBodies = 0;
  /** Holds one of the places for large bodies from before the first byte is read until the answer is sent. */
  async function answerInPlace(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isLarge(request)) return answerTo(request, response);
    if (largeBodies >= mostLargeBodies) return sendFailure(request, response, failurePages[503]);
    largeBodies += 1;
    try {
      await answerTo(request, response);
    } finally {
      largeBodies -= 1;
    }
  }
  async function failTo(request: IncomingMessage, response: ServerResponse, error: unknown): Promise<void> {
    // Nobody is left to answer, and it is no fault of ours.
    if (request.errored) return;
    // The rest is read away: a browser that is hung up on while it sends shows no page.
    if (error instanceof HttpProblem && error.status === 413) return sendFailure(request, response, failurePages[413]);
    options.onFailure(error, loggedPath(request));
    const status = (await options.databaseIsDown()) ? 503 : 500;
    if (response.headersSent) response.destroy();
    else sendFailure(request, response, failurePages[status]);
  }
  return (request: IncomingMessage, response: ServerResponse): Promise<void> =>
    answerInPlace(request, response).catch((error: unknown) => failTo(request, response, error));
}

/** By whom and for whom a request was forwarded has been judged before: Next is told nothing that anybody could make up. */
function withoutForwarding(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const forwarding = /^(?:forwarded|x-forwarded-.*|x-real-ip)$/;
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !forwarding.test(name)));
}

/** Whether a post to the desk is larger than a form, or does not say how large it is. */
const isLarge = (request: IncomingMessage): boolean =>
  request.method === 'POST' &&
  isDeskPath(requestPath(request)) &&
  !(Number(request.headers['content-length']) <= largestForm);

/** Read before its turn comes: a body that trickles in must not hold a place. */
async function readPost(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
  return request.method === 'POST' ? await readBody(request, most) : undefined;
}

function send(request: IncomingMessage, response: ServerResponse, { status, headers, body }: Finished): void {
  response.writeHead(status, headers);
  response.end(request.method === 'HEAD' ? undefined : body);
}

const contentTypeOf = ({ headers }: Captured): string => String(headers['content-type'] ?? '');

/** Pages lose Next's scripts and get the same protection as readers' pages; nothing may be kept by anybody. */
function finish(request: IncomingMessage, answer: Captured, policy: string | undefined, options: NextAnswers) {
  if (policy) return finishDesk(answer, policy, options);
  const { https, development } = options;
  const isHtml = contentTypeOf(answer).startsWith('text/html');
  const strips = isHtml && !development;
  const body = strips ? Buffer.from(stripNextScripts(answer.body.toString('utf8'))) : answer.body;
  const security = isHtml ? securityHeaders(contentTypeOf(answer), { https, development }) : [];
  const headers: OutgoingHttpHeaders = {
    ...answer.headers,
    ...Object.fromEntries(pairs(security)),
    ...(isPreviewPath(requestPath(request)) ? previewHeaders : {}),
    'cache-control': 'private, no-store',
    'content-length': body.byteLength,
  };
  return { headers, body };
}

/** The desk's pages keep Next's scripts, under a policy of their own. */
function finishDesk({ headers, body }: Captured, policy: string, options: NextAnswers) {
  return {
    headers: {
      ...headers,
      ...deskHeaders(options),
      'content-security-policy': policy,
      'cache-control': 'private, no-store',
      'content-length': body.byteLength,
    } satisfies OutgoingHttpHeaders,
    body,
  };
}

/**
 * Next answers a form's post with bare text where this build does not know its action. A script that posted it knows
 * what that means.
 */
function isUnknownAction(request: IncomingMessage, answer: Captured): boolean {
  if (request.headers['next-action'] !== undefined) return false;
  return (answer.status === 404 || answer.status === 409) && !answer.headers.location;
}

function* pairs(flat: readonly string[]): Generator<[string, string]> {
  for (let index = 0; index + 1 < flat.length; index += 2)
    yield [(flat[index] as string).toLowerCase(), flat[index + 1] as string];
}
