import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { takeConsoleErrors } from '#lib/testing/console-guard.ts';
import { LocalSite } from '#server/http/testing/local-site.ts';

/**
 * The page cache before the real Next: a small site with one page for each way in which a page can end, built for
 * production.
 */
const folder = fileURLToPath(new URL('fixtures/site', import.meta.url));
const bin = fileURLToPath(new URL('../../node_modules/next/dist/bin/next', import.meta.url));

type NextServer = ReturnType<typeof import('next').default>;
let app: NextServer;
let local: LocalSite;

beforeAll(async () => {
  vi.stubEnv('NODE_ENV', 'production');
  vi.stubEnv('NEXT_TELEMETRY_DISABLED', '1');
  await promisify(execFile)(process.execPath, [bin, 'build', folder], { env: process.env });
  const { default: next } = await import('next');
  app = next({ dev: false, dir: folder, conf: { htmlLimitedBots: /.*/ } });
  await app.prepare();
  const handler = app.getRequestHandler();
  local = await LocalSite.start({ handler: (request, response) => handler(request, response), deadline: 2000 });
}, 120_000);

afterAll(async () => {
  await local?.[Symbol.asyncDispose]();
  await app?.close();
  vi.unstubAllEnvs();
});

test('a page comes whole, without a script of Next, with all metadata in its head and everything that it read', async () => {
  const reply = await local.get('/story', { via: '1.1 front' });
  const html = reply.body.toString();
  expect(reply.status).toBe(200);
  expect(html.match(/<script[^>]*>/g)).toEqual([
    '<script type="module" src="/assets/island.js" data-island="vote" async="">',
    '<script type="application/ld+json">',
  ]);
  expect(html).not.toMatch(/__next_f|_next\/static|<!--/);
  expect(html.split('</head>', 1)[0]).toContain(
    '<title>A story</title><meta name="description" content="About a &lt;/script&gt; &quot;tag&quot;"/>',
  );
  expect(html).toContain('<p>Said 3 times: &lt;script&gt;alert(1)&lt;/script&gt;</p>');
  expect(html).toMatch(/<\/main><\/body><\/html>$/);
  expect(reply.headers).toMatchObject({
    'surrogate-key': 'article:1 section:2',
    'last-modified': 'Fri, 02 Jan 2026 03:04:05 GMT',
    vary: 'Accept-Encoding',
    'content-length': String(reply.body.length),
  });
  expect(reply.headers).not.toHaveProperty('transfer-encoding');
});

test('a page that is kept is not rendered again until one of its tags is purged', async () => {
  await local.get('/story');
  const before = local.site.statistics.misses;
  await local.get('/story', { 'accept-encoding': 'br' });
  expect(local.site.statistics.misses).toBe(before);
  local.site.purge({ tags: ['section:2'], kind: 'refresh' });
  await local.get('/story');
  expect(local.site.statistics.misses).toBe(before + 1);
});

test('a withdrawn story is 410 and a missing page 404, each with its full page', async () => {
  const gone = await local.get('/gone');
  expect([gone.status, gone.body.toString()]).toEqual([
    410,
    expect.stringContaining('<main>This story was withdrawn.</main>'),
  ]);
  const missing = await local.get('/nowhere/%C3%A9');
  expect([missing.status, missing.body.toString()]).toEqual([
    404,
    expect.stringContaining('There is nothing at nowhere/'),
  ]);
});

test.each(['/404', '/500', '/_error', '/_not-found', '/404?x=1'])(
  '%s, at which Next shows a bare page of its own, is a missing page like any other',
  async (path) => {
    const reply = await local.get(path);
    expect([reply.status, reply.body.toString()]).toEqual([404, expect.stringContaining('<main>There is nothing at ')]);
  },
);

test('a moved story answers with a true 308', async () => {
  const moved = await local.get('/moved', { via: '1.1 front' });
  expect([moved.status, moved.headers.location, moved.headers['surrogate-key']]).toEqual([
    308,
    '/story',
    'address:/moved',
  ]);
});

test('a page that throws is our 500 page, and says nothing of why', async () => {
  const failed = await local.get('/fails');
  expect([failed.status, failed.headers['content-type']]).toEqual([500, 'text/html; charset=utf-8']);
  expect(failed.body.toString()).toContain('Something went wrong here');
  expect(failed.body.toString()).not.toContain('fire');
  expect(takeConsoleErrors().join()).toContain('The database is on fire.');
});

test('a page that never comes is given up', async () => {
  expect((await local.get('/slow')).status).toBe(503);
});

test('a page made for one reader is sent and not kept', async () => {
  const entries = local.site.statistics.entries;
  expect((await local.get('/own')).headers['cache-control']).toBe('private, no-store');
  expect(local.site.statistics.entries).toBe(entries);
});

test("what a page sees of the request is the same for every reader, and Next's own protocol is closed", async () => {
  const reply = await local.get('/request', {
    cookie: 'session=secret',
    authorization: 'Basic abc',
    rsc: '1',
    'next-router-prefetch': '1',
    'next-action': 'abc',
    'x-middleware-subrequest': 'middleware',
    'x-forwarded-host': 'forged.example',
    host: 'forged.example',
    'if-none-match': '"x"',
    range: 'bytes=0-1',
    'user-agent': '',
  });
  const seen = reply.body.toString();
  expect(reply.status).toBe(200);
  expect(seen).toContain('news.example');
  expect(seen).not.toMatch(/secret|Basic|rsc|next-|middleware|forged|bytes/);
});

test('a feed is passed through as it is, compressed and without cookies', async () => {
  const feed = await local.get('/feed.xml', { 'accept-encoding': 'gzip' });
  expect(feed.headers).toMatchObject({
    'content-type': 'application/rss+xml; charset=utf-8',
    'content-encoding': 'gzip',
  });
  expect(feed.headers).not.toHaveProperty('set-cookie');
});

test('an address with doubled slashes is sent to the plain one', async () => {
  const reply = await local.get('//story');
  expect([reply.status, reply.headers.location]).toEqual([308, '/story']);
});
