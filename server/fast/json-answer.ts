import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { Refusal, statusOf, TooMany } from '#lib/errors.ts';
import { log } from '#lib/log.ts';
import { databaseAnswers } from '#server/health/health.ts';
import { sendJson } from '#server/http/send-small.ts';

export interface JsonAnswer {
  readonly body: unknown;
  /** 200 if nothing else is said. */
  readonly status?: number;
  readonly headers?: OutgoingHttpHeaders;
}

/** A request that is wrong as HTTP. The message is one sentence for whoever wrote the client. */
export class HttpProblem extends Error {
  readonly status: 401 | 405 | 413 | 415 | 503;
  readonly code: string;
  readonly headers: OutgoingHttpHeaders;

  constructor(status: HttpProblem['status'], code: string, message: string, headers: OutgoingHttpHeaders = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

/**
 * Answers with the JSON that `work` gives, or with `{ error: { code, message } }` and the status that fits: 503 while
 * the database is away, 500 for what nobody expected. What one reader is told is kept by no cache.
 */
export async function answerJson(
  request: IncomingMessage,
  response: ServerResponse,
  work: () => Promise<JsonAnswer>,
  /** Milliseconds: a database that hangs would otherwise keep whoever asks, and the connection, for ever. */
  deadline = 10_000,
): Promise<void> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(unavailable()), deadline).unref();
  const answer = await Promise.race([work(), late.promise])
    .finally(() => clearTimeout(timer))
    .then(
      (answered) => ({ status: 200, ...answered }),
      // Who broke off the request is not there to be answered, and it is no fault of ours.
      (error: unknown) => (request.errored ? null : describeProblem(error)),
    );
  if (!answer) return;
  const { status, body, headers } = answer;
  sendJson(request, response, status, body, {
    'cache-control': 'private, no-store',
    // What was not read of a refused request must not be taken for the next one.
    ...(request.complete ? {} : { connection: 'close' }),
    ...headers,
  });
}

const unavailable = () =>
  new HttpProblem(503, 'unavailable', 'This cannot be done just now. Please try again soon.', retryAfter(5));

async function describeProblem(error: unknown) {
  const problem = (status: number, code: string, message: string, headers: OutgoingHttpHeaders = {}) => ({
    status,
    body: { error: { code, message } },
    headers,
  });
  if (error instanceof HttpProblem) return problem(error.status, error.code, error.message, error.headers);
  if (error instanceof Refusal) {
    return problem(statusOf[error.code], error.code, error.message, retryHeaders(error));
  }
  if (await databaseAnswers()) {
    log.error({ err: error }, 'a request to the API failed');
    return problem(statusOf.fault, 'fault', 'Something went wrong here. Please try again.');
  }
  log.warn('a request to the API found no database');
  return describeProblem(unavailable());
}

function retryHeaders(refusal: Refusal): OutgoingHttpHeaders {
  if (refusal instanceof TooMany) return retryAfter(refusal.retryAfter);
  return refusal.code === 'unavailable' ? retryAfter(5) : {};
}

const retryAfter = (seconds: number): OutgoingHttpHeaders => ({ 'retry-after': String(seconds) });
