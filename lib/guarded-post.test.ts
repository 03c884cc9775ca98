import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { guardedPost } from './guarded-post.ts';

const posted: { method?: string; url?: string; type?: string; length?: string; signature?: string; body: string }[] =
  [];
const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
  const { method, url, headers } = request;
  const body = await text(request);
  posted.push({
    method,
    url,
    type: headers['content-type'],
    length: headers['content-length'],
    signature: headers.signature,
    body,
  } as never);
  if (url === '/silent') return;
  if (url === '/moved') return response.writeHead(307, { location: '/fine' }).end();
  if (url === '/endless') return response.writeHead(200).write('x');
  if (url === '/words') return response.writeHead(507).end('Grüße '.repeat(10_000));
  if (url === '/torn') return response.writeHead(200, { 'content-length': '9' }).end('x', () => response.destroy());
  response.writeHead(Number(url?.slice(1)) || 204).end();
}).listen(0, '127.0.0.1');
await once(server, 'listening');
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
const { port } = server.address() as AddressInfo;
const network = { resolve: () => Promise.resolve(['127.0.0.1']), allows: () => true, ports: [port] };
const post = (path: string, more: object = {}) =>
  guardedPost(`http://hub.example:${port}${path}`, { contentType: 'text/plain', body: 'Grüße', network, ...more });

test('what is posted arrives as it is, and the status of the answer is told, whatever it is', async () => {
  expect(await post('/fine')).toEqual({ status: 204, text: '', retryAfter: null });
  expect(posted.at(-1)).toMatchObject({ method: 'POST', url: '/fine', type: 'text/plain', length: '7', body: 'Grüße' });
  expect((await post('/429')).status).toBe(429);
  expect((await post('/503')).status).toBe(503);
});

test('headers of the sender go with it', async () => {
  await post('/fine', { headers: { signature: 'mine', 'content-type': 'text/html', 'content-length': '1' } });
  expect(posted.at(-1)).toMatchObject({ signature: 'mine', type: 'text/plain', length: '7' });
});

test('a redirect is not followed, and an answer is not read to its end', async () => {
  expect((await post('/moved')).status).toBe(307);
  expect(posted.at(-1)?.url).toBe('/moved');
  expect(await post('/endless')).toMatchObject({ status: 200, text: 'x' });
  expect(await post('/torn')).toMatchObject({ status: 200, text: 'x' });
  const { status, text: words } = await post('/words');
  expect([status, words]).toEqual([507, 'Grüße '.repeat(250)]);
});

test('who does not answer in time is given up', async () => {
  await expect(post('/silent', { totalTime: 100 })).rejects.toMatchObject({
    reason: 'too_slow',
    host: `hub.example:${port}`,
  });
});

test.each([
  ['ftp://hub.example/', 'scheme'],
  ['http://me:secret@hub.example/', 'credentials'],
  [`http://127.0.0.1:${port}/`, 'port'],
  ['http://127.0.0.1/', 'private'],
  ['http://[::1]/', 'private'],
])('by the rules of the open internet nothing is posted to %s', async (address, reason) => {
  const before = posted.length;
  await expect(guardedPost(address, { contentType: 'text/plain', body: '' })).rejects.toMatchObject({ reason });
  expect(posted.length).toBe(before);
});
