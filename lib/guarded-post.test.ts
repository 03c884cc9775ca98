import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { guardedPost } from './guarded-post.ts';

const posted: { method?: string; url?: string; type?: string; length?: string; body: string }[] = [];
const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
  const { method, url, headers } = request;
  const body = await text(request);
  posted.push({ method, url, type: headers['content-type'], length: headers['content-length'], body } as never);
  if (url === '/silent') return;
  if (url === '/moved') return response.writeHead(307, { location: '/fine' }).end();
  if (url === '/endless') return response.writeHead(200).write('x');
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
  expect(await post('/fine')).toBe(204);
  expect(posted.at(-1)).toEqual({ method: 'POST', url: '/fine', type: 'text/plain', length: '7', body: 'Grüße' });
  expect(await post('/429')).toBe(429);
  expect(await post('/503')).toBe(503);
});

test('a redirect is not followed, and an answer is not read to its end', async () => {
  expect(await post('/moved')).toBe(307);
  expect(posted.at(-1)?.url).toBe('/moved');
  expect(await post('/endless')).toBe(200);
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
