import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendJson } from '#server/http/send-small.ts';
import { readiness } from './health.ts';

/** `/healthz`: this process runs and answers. It asks nothing of the database. */
export function answerHealth(request: IncomingMessage, response: ServerResponse): void {
  sendJson(request, response, 200, { status: 'ok' });
}

/** `/readyz`: this instance can do its work; 503 with what is missing where it cannot. */
export async function answerReadiness(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const state = await readiness();
  sendJson(request, response, state.ready ? 200 : 503, state);
}
