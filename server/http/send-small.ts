import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** Answers a machine with JSON that nobody keeps; `headers` are added, and win. */
export function sendJson(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: OutgoingHttpHeaders = {},
): void {
  send(request, response, status, `${JSON.stringify(body)}\n`, 'application/json; charset=utf-8', headers);
}

/** Answers with one sentence of plain text that nobody keeps, where no page is expected. */
export function sendSentence(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  sentence: string,
  headers: OutgoingHttpHeaders = {},
): void {
  send(request, response, status, `${sentence}\n`, 'text/plain; charset=utf-8', headers);
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  text: string,
  type: string,
  headers: OutgoingHttpHeaders,
): void {
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  response.end(request.method === 'HEAD' ? undefined : text);
}
