import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { totalOf, weighPage } from './weigh-page.ts';

const files: Record<string, string> = {
  '/story': `<!doctype html><link rel="stylesheet" href="/a.css"><link rel="preload" as="font" href="/latin.woff2">
    <script type="module" src="/a.js"></script><script type="application/ld+json">{"@type":"Ж"}</script>
    <p>Plain words, and <img src="/p.png"></p><noscript><img src="/nothing"></noscript>`,
  '/a.css': '@font-face{font-family:a;src:url(latin.woff2)}',
  '/a.js': 'console.log(1);'.repeat(100),
  '/p.png': 'p'.repeat(50),
  '/latin.woff2': 'l'.repeat(300),
  '/every.woff2': 'e'.repeat(500),
};
const size = (path: string) => Buffer.byteLength(files[path] ?? '');

const server = createServer((request, response) => {
  const text = files[request.url ?? ''];
  const zipped = request.headers['accept-encoding'] === 'gzip' && request.url === '/a.js';
  response.writeHead(text === undefined ? 404 : 200, zipped ? { 'content-encoding': 'gzip' } : {});
  response.end(zipped ? gzipSync(text ?? '') : text);
});
let url = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, resolve));
  url = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

test('a page weighs what its first reader loads, each file once', async () => {
  const weight = await weighPage(`${url}/story`, [`${url}/every.woff2`]);
  expect(weight.html.identity).toBe(size('/story'));
  expect(weight.css.identity).toBe(size('/a.css'));
  expect(weight.scripts).toEqual({ identity: 1500, gzip: gzipSync(files['/a.js'] ?? '').length, br: 1500 });
  expect(weight.pictures.identity).toBe(50);
  expect(totalOf(weight).identity).toBe(size('/story') + size('/a.css') + 1500 + 50 + 800);
});

test('of the fonts those count that are asked for at once, and those that a browser was seen to load', async () => {
  expect((await weighPage(`${url}/story`, [])).fonts.identity).toBe(300);
  const seen = [`${url}/latin.woff2`, `${url}/every.woff2`];
  expect((await weighPage(`${url}/story`, seen)).fonts.identity).toBe(300 + 500);
});

test('a missing file fails the weighing', async () => {
  await expect(weighPage(`${url}/nothing`, [])).rejects.toThrow('answered 404');
});
