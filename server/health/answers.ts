import type { IncomingMessage, ServerResponse } from 'node:http';
import { readiness } from './health.ts';

/** `/healthz`: this process runs and answers. It asks nothing of the database. */
export function answerHealth(_request: IncomingMessage, response: ServerResponse): void {
  answer(response, 200, { status: 'ok' });
}

/** `/readyz`: this instance can do its work; 503 with what is missing where it cannot. */
export async function answerReadiness(_request: IncomingMessage, response: ServerResponse): Promise<void> {
  const state = await readiness();
  answer(response, state.ready ? 200 : 503, state);
}

function answer(response: ServerResponse, status: number, body: object): void {
  const json = `${JSON.stringify(body)}\n`;
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Length': Buffer.byteLength(json),
  });
  response.end(json);
}
