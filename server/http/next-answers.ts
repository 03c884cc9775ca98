import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { withTrace } from '#lib/trace.ts';
import { type Captured, captureAnswer, type RequestHandler } from '#server/render/capture-response.ts';
import type { FailurePage, FailurePageStatus } from '#server/render/failure-pages.ts';
import { stripNextScripts } from '#server/render/strip-next-scripts.ts';
import { requestPath } from './request-path.ts';
import { securityHeaders } from './security-headers.ts';
import { sendFailure } from './send-page.ts';

interface NextAnswers {
  readonly handler: RequestHandler;
  readonly failurePages: Readonly<Record<FailurePageStatus, FailurePage>>;
  readonly databaseIsDown: () => Promise<boolean>;
  readonly onFailure: (failure: unknown, path: string) => void;
  readonly https: boolean;
  readonly development: boolean;
}

const deadlineMilliseconds = 30_000;

/**
 * Answers what is made for one reader and never kept: a form's action, a confirmation, an API route. Next sees the
 * request as it is. Its bare error answers become whole pages: an action that this build does not know, and what failed.
 */
export function nextAnswers(options: NextAnswers) {
  const { handler, failurePages } = options;
  async function answerTo(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const signal = AbortSignal.timeout(deadlineMilliseconds);
    const { value: answer, trace } = await withTrace(() => captureAnswer(handler, request, signal));
    if (isUnknownAction(request, answer)) return sendFailure(request, response, failurePages[409]);
    if (answer.status >= 500) throw new Error(`Next answered ${answer.status}.`);
    const { headers, body } = finish(answer, options);
    response.writeHead(answer.status === 200 ? trace.outcome : answer.status, headers);
    response.end(request.method === 'HEAD' ? undefined : body);
  }
  return (request: IncomingMessage, response: ServerResponse): Promise<void> =>
    answerTo(request, response).catch(async (error: unknown) => {
      options.onFailure(error, requestPath(request));
      const status = (await options.databaseIsDown()) ? 503 : 500;
      if (response.headersSent) response.destroy();
      else sendFailure(request, response, failurePages[status]);
    });
}

const contentTypeOf = ({ headers }: Captured): string => String(headers['content-type'] ?? '');

/** Pages lose Next's scripts and get the same protection as readers' pages; nothing may be kept by anybody. */
function finish(answer: Captured, { https, development }: NextAnswers) {
  const isHtml = contentTypeOf(answer).startsWith('text/html');
  const strips = isHtml && !development;
  const body = strips ? Buffer.from(stripNextScripts(answer.body.toString('utf8'))) : answer.body;
  const security = isHtml ? securityHeaders(contentTypeOf(answer), { https, development }) : [];
  const headers: OutgoingHttpHeaders = {
    ...answer.headers,
    ...Object.fromEntries(pairs(security)),
    'cache-control': 'private, no-store',
    'content-length': body.byteLength,
  };
  return { headers, body };
}

/** Next answers a form's post with bare text where this build does not know its action. */
function isUnknownAction(request: IncomingMessage, answer: Captured): boolean {
  return request.method === 'POST' && (answer.status === 404 || answer.status === 409) && !answer.headers.location;
}

function* pairs(flat: readonly string[]): Generator<[string, string]> {
  for (let index = 0; index + 1 < flat.length; index += 2)
    yield [(flat[index] as string).toLowerCase(), flat[index + 1] as string];
}
