import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { pictureLimits } from '#features/media/limits.ts';
import { photograph } from '#features/media/testing/sample-pictures.ts';
import { sampleCookie } from '#features/session/testing/sample-cookie.ts';
import { sampleUser } from '#features/user/testing/sample-user.ts';
import { amendEnvironment } from '#lib/env.ts';
import { roles } from '#lib/vocabulary.ts';
import { handlePictureFetch } from './picture-fetch.ts';
import { serve } from './testing/serve.ts';
import { handleUpload } from './upload.ts';

await testDatabase();
const folder = await mkdtemp(join(tmpdir(), 'broadsheet-picture-fetch-'));
amendEnvironment({ BROADSHEET_DATA: folder, BROADSHEET_SECRET: 's'.repeat(40), SITE_URL: 'http://localhost:3000' });
afterAll(() => rm(folder, { recursive: true }));

/** What the internet has been asked for and has not answered yet. */
const asked: ServerResponse[] = [];
const picture = await photograph(60, 40);
const internet = createServer((request, response) => {
  if (request.url?.startsWith('/slow')) asked.push(response);
  else response.end(picture);
}).listen(0, '127.0.0.1');
await once(internet, 'listening');
afterAll(() => internet.close());
const { port } = internet.address() as AddressInfo;
const network = { resolve: () => Promise.resolve(['127.0.0.1']), allows: () => true, ports: [port] };
const site = await serve((request, response) =>
  request.url === '/api/media' ? handleUpload(request, response) : handlePictureFetch(request, response, network),
);

const post = (cookie: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${site}/api/media/from-address`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { cookie, origin: site, 'content-type': 'application/json', ...headers },
  });
const askFor = (cookie: string, path: string) => post(cookie, { address: `http://photos.example:${port}${path}` });

test.each(roles)('as %s: a picture at a web address is fetched and answered as the library shows it', async (role) => {
  const response = await askFor(await sampleCookie(await sampleUser(role)), `/harbour-${role}.jpg`);
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ ok: true, data: { picture: { width: 60, height: 40 } } });
});

test('nobody who is signed out, or comes from another site, has anything fetched', async () => {
  const cookie = await sampleCookie(await sampleUser('editor'));
  const address = `http://photos.example:${port}/slow`;
  expect((await post('', { address })).status).toBe(403);
  expect((await post(cookie, { address }, { origin: 'https://elsewhere.example' })).status).toBe(403);
  expect(asked).toEqual([]);
});

test.each([[{}], [{ address: null }], [{ address: 'ftp://x' }]])('%j is refused in a sentence', async (body) => {
  const response = await post(await sampleCookie(await sampleUser('author')), body);
  expect(await response.json()).toMatchObject({
    ok: false,
    error: { code: 'invalid', message: 'Write a web address that begins with http:// or https://.' },
  });
});

test('who has as many fetches under way as one may is refused another until one has ended', async () => {
  const cookie = await sampleCookie(await sampleUser('author'));
  const { atOnce } = pictureLimits.fetch;
  const running = Array.from({ length: atOnce }, () => askFor(cookie, '/slow'));
  await expect.poll(() => asked.length).toBe(atOnce);
  const refused = await askFor(cookie, '/one-more.jpg');
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '5']);
  expect(await refused.json()).toEqual({
    error: {
      code: 'limited',
      message: 'Several of your pictures are on their way already. Send this one when they have arrived.',
    },
  });
  const other = await sampleCookie(await sampleUser('author'));
  expect((await askFor(other, '/others.jpg')).status).toBe(200);
  for (const response of asked.splice(0)) response.end(picture);
  await Promise.all(running);
  expect((await askFor(cookie, '/one-more.jpg')).status).toBe(200);
});

test('who has had very many fetched is refused for minutes, and may still upload', async () => {
  const cookie = await sampleCookie(await sampleUser('author'));
  for (let count = 0; count < pictureLimits.fetch.inTenMinutes; count += 1) await post(cookie, { address: 'x' });
  const refused = await post(cookie, { address: 'x' });
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(500);
  expect((await refused.json()).error.message).toBe('You have added very many pictures. Please go on in 10 minutes.');
  const uploaded = await fetch(`${site}/api/media`, {
    method: 'POST',
    body: new Uint8Array(picture),
    headers: { cookie, origin: site },
  });
  expect(await uploaded.json()).toMatchObject({ ok: true, data: { known: true } });
});

test('uploads have a limit of their own', async () => {
  const cookie = await sampleCookie(await sampleUser('author'));
  const upload = () => fetch(`${site}/api/media`, { method: 'POST', body: 'x', headers: { cookie, origin: site } });
  for (let count = 0; count < pictureLimits.upload.inTenMinutes; count += 1) await (await upload()).text();
  const refused = await upload();
  expect([refused.status, (await refused.json()).error.code]).toEqual([429, 'limited']);
});
