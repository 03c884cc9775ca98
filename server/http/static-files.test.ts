import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve } from '#server/fast/testing/serve.ts';
import { requestPath } from './request-path.ts';
import { staticFiles } from './static-files.ts';
import { rawStatus } from './testing/raw-status.ts';

const home = process.cwd();
const folder = await mkdtemp(join(tmpdir(), 'static-'));
const script = 'export const answer = 42;\n'.repeat(200);
const serveStatic = staticFiles();
const base = await serve(async (request, response) => {
  if (!(await serveStatic(request, response, requestPath(request)))) response.writeHead(418).end();
});

beforeAll(async () => {
  await mkdir(join(folder, '.next/static/chunks'), { recursive: true });
  await mkdir(join(folder, 'public/assets'), { recursive: true });
  await writeFile(join(folder, '.next/static/chunks/[page]~a.js'), script);
  await writeFile(join(folder, '.next/static/chunks/a.js'), script);
  await writeFile(join(folder, '.next/secret.js'), 'no');
  await writeFile(join(folder, 'public/assets/font.woff2'), 'woff2');
  await writeFile(join(folder, 'public/assets/notes.txt'), 'no');
  process.chdir(folder);
});
afterAll(async () => {
  process.chdir(home);
  await rm(folder, { recursive: true });
});

describe('a built file', () => {
  test.each(['br', 'gzip', 'identity'])('is sent whole as %s, to be kept for ever', async (encoding) => {
    const response = await fetch(`${base}/_next/static/chunks/a.js`, { headers: { 'accept-encoding': encoding } });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding);
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('vary')).toBe('Accept-Encoding');
    expect(await response.text()).toBe(script);
  });

  test('that is compressed already is sent as it is', async () => {
    const response = await fetch(`${base}/assets/font.woff2`);
    expect(response.headers.get('content-type')).toBe('font/woff2');
    expect(response.headers.get('content-encoding')).toBeNull();
  });

  test('is described to a HEAD without its bytes', async () => {
    const response = await fetch(`${base}/assets/font.woff2`, { method: 'HEAD' });
    expect([response.status, response.headers.get('content-length'), await response.text()]).toEqual([200, '5', '']);
  });
});

test.each([
  '/assets/nothing.js',
  '/assets/notes.txt',
  '/assets/..%2fsecret.js',
  '/_next/static/%2e%2e%2fsecret.js',
  '/_next/static/..%5csecret.js',
  '/assets/',
])('%s is answered 404 in a sentence that nobody keeps', async (path) => {
  const response = await fetch(base + path);
  expect([response.status, response.headers.get('cache-control')]).toEqual([404, 'no-store']);
  expect(await response.text()).toBe('There is no such file.\n');
});

test.each([
  '/assets/./font.woff2',
  '/assets//font.woff2',
  '/_next/static/./././chunks//a.js',
  '/_next/static/x/../chunks/a.js',
])('%s is no second name of a file, under which it would be kept in memory once more', async (target) => {
  expect(await rawStatus(base, target)).toBe(404);
});

test('what is no built file is left to others', async () => {
  expect((await fetch(`${base}/world`)).status).toBe(418);
});
