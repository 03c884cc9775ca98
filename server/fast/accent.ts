import type { IncomingMessage, ServerResponse } from 'node:http';
import { accentPair, isColour } from '#lib/accent.ts';
import { sendSentence } from '../http/send-small.ts';

/**
 * Answers `/assets/accent-{six hexadecimal digits}.css`: the site's accent as a style sheet of one rule. The policy for
 * content allows no inline style, and the address says all that the answer depends on, so it is kept for good.
 */
export function serveAccent(request: IncomingMessage, response: ServerResponse, path: string): void {
  const colour = `#${/^\/assets\/accent-(.+)\.css$/.exec(path)?.[1] ?? ''}`;
  if (!isColour(colour)) {
    sendSentence(request, response, 404, 'There is nothing here.');
    return;
  }
  const [light, dark] = accentPair(colour);
  const sheet = `:root{--accent:light-dark(${light},${dark})}\n`;
  response.writeHead(200, {
    'content-type': 'text/css; charset=utf-8',
    'content-length': Buffer.byteLength(sheet),
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
  });
  response.end(request.method === 'HEAD' ? undefined : sheet);
}
