import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request as send } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { amendEnvironment } from '#lib/env.ts';
import { mediaStorage } from '#lib/storage.ts';
import { requestPath } from '#server/http/request-path.ts';
import { serveMedia } from './media.ts';
import { serve } from './testing/serve.ts';

const folder = await mkdtemp(join(tmpdir(), 'broadsheet-media-'));
amendEnvironment({ BROADSHEET_DATA: folder });
const key = `ab/${'0123456789abcdef01234567'}-480.webp`;
const picture = Buffer.from(Array.from({ length: 1000 }, (_, index) => index % 251));
const base = await serve((request, response) => serveMedia(request, response, requestPath(request)));
const address = `${base}/media/${key}`;

beforeAll(async () => {
  await mediaStorage().put(key, picture);
  await mediaStorage().put('ab/original', picture);
  await writeFile(join(folder, 'secrets.json'), '{}');
});
afterAll(() => rm(folder, { recursive: true }));

test('a rendition is sent whole, and every cache may keep it for ever', async () => {
  const response = await fetch(address);
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'image/webp',
    'content-length': '1000',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'",
  });
  expect(Buffer.from(await response.arrayBuffer()).equals(picture)).toBe(true);
});

test('what was cut around a focal point is served like any other', async () => {
  const cut = key.replace('-480.webp', '-1200.33-100.jpeg');
  await mediaStorage().put(cut, picture);
  const response = await fetch(`${base}/media/${cut}`);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
});

test('HEAD has the headers of GET and no body', async () => {
  const [head, get] = await Promise.all([fetch(address, { method: 'HEAD' }), fetch(address)]);
  const headers = (response: Response) => ({
    ...Object.fromEntries(response.headers),
    date: '',
    connection: '',
    'keep-alive': '',
  });
  expect(headers(head)).toEqual(headers(get));
  expect(await head.text()).toBe('');
});

test.each([(etag: string) => etag, (etag: string) => `W/${etag}`, (etag: string) => `"x", ${etag}`, () => '*'])(
  'whoever has it already is told so',
  async (condition) => {
    const etag = (await fetch(address)).headers.get('etag') ?? '';
    const response = await fetch(address, { headers: { 'if-none-match': condition(etag) } });
    expect([response.status, await response.text(), response.headers.get('etag')]).toEqual([304, '', etag]);
    expect((await fetch(address, { headers: { 'if-none-match': '"x"' } })).status).toBe(200);
  },
);

test('whoever asks for a part is sent the whole, which is small', async () => {
  for (const range of ['bytes=0-9', 'bytes=1000-', 'bytes=0-1,5-6', 'x']) {
    const response = await fetch(address, { headers: { range } });
    expect([response.status, response.headers.get('accept-ranges')]).toEqual([200, 'none']);
    expect((await response.arrayBuffer()).byteLength).toBe(1000);
  }
});

test.each([
  '/media/',
  '/media/ab/original',
  `/media/${key.replace('480', '481')}`,
  `/media/${key}.webp`,
  `/media/${key.toUpperCase()}`,
  `/media/${key}/`,
  `/media/${key}%00`,
  '/media/../secrets.json',
  '/media/ab/../../secrets.json',
  '/media/ab/..%2f..%2fsecrets.json',
  '/media/%2e%2e/secrets.json',
  `/media//${key}`,
  `/media/./${key}`,
  '/media/ab\\..\\secrets.json',
])('%s is no picture', async (path) => {
  expect(await raw(path)).toEqual([404, 'There is no such picture.\n']);
});

test('what only reads pictures cannot change them', async () => {
  const response = await fetch(address, { method: 'DELETE' });
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  expect((await fetch(address)).status).toBe(200);
});

/** Asks for a path as it is written: `fetch` would resolve its dot segments. */
function raw(path: string): Promise<[number | undefined, string]> {
  const { hostname: host, port } = new URL(base);
  return new Promise((resolve, reject) => {
    send({ host, port, path, agent: false }, async (response) => {
      resolve([response.statusCode, Buffer.concat(await response.toArray()).toString()]);
    })
      .on('error', reject)
      .end();
  });
}
