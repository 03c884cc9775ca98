import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { recordLastModified, recordOutcome, recordPrivate, recordTags, recordValidUntil } from '#lib/trace.ts';
import { counting, text } from './testing/counting.ts';
import { LocalSite } from './testing/local-site.ts';

test('a page is sent in the best encoding that is accepted, the same from the store as when it was rendered', async () => {
  const { counter, handler } = counting();
  await using local = await LocalSite.start({ handler });
  const first = await local.get('/news', { 'accept-encoding': 'gzip, deflate, br' });
  const again = await local.get('/news?utm_source=x', { 'accept-encoding': 'gzip, deflate, br' });
  const gzip = await local.get('/news', { 'Accept-Encoding': 'gzip' });
  const plain = await local.get('/news');
  expect(counter.renders).toBe(1);
  expect(again.body.equals(first.body)).toBe(true);
  expect({ ...again.headers, date: '' }).toEqual({ ...first.headers, date: '' });
  expect(brotliDecompressSync(first.body).toString()).toBe(`${text}<p>1</p>`);
  expect(gunzipSync(gzip.body).toString()).toBe(`${text}<p>1</p>`);
  expect(plain.body.toString()).toBe(`${text}<p>1</p>`);
  expect(new Set([first, gzip, plain].map(({ headers }) => headers.etag)).size).toBe(3);
  expect(local.site.statistics).toMatchObject({ hits: 3, misses: 1, entries: 1 });
});

test('HEAD has the headers of GET and no body, from the store or not', async () => {
  const { handler } = counting();
  await using local = await LocalSite.start({ handler });
  const miss = await local.get('/news', {}, 'HEAD');
  const hit = await local.get('/news', {}, 'HEAD');
  const get = await local.get('/news');
  expect([miss.body.length, hit.body.length]).toEqual([0, 0]);
  for (const head of [miss, hit]) expect({ ...head.headers, date: '' }).toEqual({ ...get.headers, date: '' });
  expect(get.headers['content-length']).toBe(String(get.body.length));
});

describe('a conditional request', () => {
  test('is answered 304 while the page is the same, and in full after it changed', async () => {
    const { handler } = counting(() => recordTags('t'));
    await using local = await LocalSite.start({ handler });
    const first = await local.get('/news', { 'accept-encoding': 'gzip' });
    const condition = { 'if-none-match': `"x", W/${first.headers.etag}`, 'accept-encoding': 'gzip' };
    const same = await local.get('/news', condition);
    expect([same.status, same.body.length, same.headers.etag]).toEqual([304, 0, first.headers.etag]);
    expect(same.headers).not.toHaveProperty('content-length');
    expect((await local.get('/news', { ...condition, 'accept-encoding': 'br' })).status).toBe(200);
    local.site.purge({ tags: ['t'], kind: 'refresh' });
    expect((await local.get('/news', condition)).status).toBe(200);
  });

  test('by date works where there is one', async () => {
    const { handler } = counting(() => recordLastModified(new Date('2026-01-02T03:04:05Z')));
    await using local = await LocalSite.start({ handler });
    const date = (await local.get('/news')).headers['last-modified'] ?? '';
    expect(date).toBe('Fri, 02 Jan 2026 03:04:05 GMT');
    expect((await local.get('/news', { 'if-modified-since': date })).status).toBe(304);
    expect((await local.get('/news', { 'if-modified-since': date, 'if-none-match': '"x"' })).status).toBe(200);
  });

  test('means nothing for a missing page, nor for one made for one reader', async () => {
    const missing = counting(() => recordOutcome(404));
    await using nowhere = await LocalSite.start({ handler: missing.handler });
    expect((await nowhere.get('/x', { 'if-none-match': '*' })).status).toBe(404);
    const own = counting(() => recordPrivate());
    await using preview = await LocalSite.start({ handler: own.handler });
    const first = await preview.get('/x', { 'if-none-match': '*' });
    expect([first.status, first.headers['cache-control']]).toEqual([200, 'private, no-store']);
    await preview.get('/x');
    expect(own.counter.renders).toBe(2);
  });
});

describe('a front server', () => {
  test.each(['via', 'surrogate-capability'])('that says so by %s gets the tags, readers do not', async (name) => {
    const { handler } = counting(() => recordTags('article:1', 'front:home'));
    await using local = await LocalSite.start({ handler });
    expect((await local.get('/')).headers).not.toHaveProperty('surrogate-key');
    expect((await local.get('/', { [name]: '1.1 front' })).headers['surrogate-key']).toBe('article:1 front:home');
  });

  test('may not keep a page beyond the moment at which it changes', async () => {
    const start = Date.now();
    let now = start;
    const { handler } = counting(() => recordValidUntil(new Date(start + 10_000)));
    await using local = await LocalSite.start({ handler, surrogateMaxAge: 5, now: () => now });
    const maxAge = async () => (await local.get('/')).headers['surrogate-control'];
    expect(await maxAge()).toBe('max-age=5');
    now = start + 6001;
    expect(await maxAge()).toBe('max-age=3');
    now = start + 9500;
    expect(await maxAge()).toBe('max-age=0');
  });
});

describe('when nothing can be rendered', () => {
  const broken = () => Promise.reject(new Error('secret detail'));

  test('a fault of ours is a whole page with 500, and is reported without the query', async () => {
    await using local = await LocalSite.start({ handler: broken });
    const reply = await local.get('/search?q=private', { 'accept-encoding': 'br' });
    expect(reply.status).toBe(500);
    expect(reply.body.toString()).toContain('Something went wrong here');
    expect(reply.body.toString()).not.toContain('secret');
    expect(reply.headers['cache-control']).toBe('no-store');
    expect(local.failures.map(({ path }) => path)).toEqual(['/search']);
  });

  test('a database that does not answer is 503 with the time to try again', async () => {
    await using local = await LocalSite.start({ handler: broken, databaseIsDown: () => Promise.resolve(true) });
    const reply = await local.get('/');
    expect([reply.status, reply.headers['retry-after']]).toEqual([503, '5']);
    expect((await local.get('/', {}, 'HEAD')).body.length).toBe(0);
  });

  test('a database that does not even say whether it is there is 503', async () => {
    await using local = await LocalSite.start({ handler: broken, databaseIsDown: () => new Promise(() => undefined) });
    expect((await local.get('/')).status).toBe(503);
  });

  test('a render that takes too long is 503', async () => {
    await using local = await LocalSite.start({ handler: () => new Promise(() => undefined), deadline: 10 });
    expect((await local.get('/')).status).toBe(503);
  });

  test('what was right before is shown, and no front server keeps it', async () => {
    const { handler } = counting(() => recordTags('t'));
    let works = true;
    await using local = await LocalSite.start({
      handler: (request, response) => (works ? handler(request, response) : broken()),
      surrogateMaxAge: 60,
    });
    await local.get('/');
    works = false;
    local.site.purge({ tags: ['t'], kind: 'refresh' });
    const stale = await local.get('/');
    expect([stale.status, stale.headers['surrogate-control']]).toEqual([200, 'max-age=0']);
    expect(stale.body.toString()).toContain('<p>1</p>');
    local.site.purge({ tags: ['t'], kind: 'destroy' });
    expect((await local.get('/')).status).toBe(500);
  });

  test('even a fault of the failure handling itself is answered', async () => {
    await using local = await LocalSite.start({
      handler: broken,
      databaseIsDown: () => Promise.reject(new Error('no socket')),
      maxBytes: 0,
    });
    expect((await local.get('/')).status).toBe(500);
  });
});

test('addresses that no page can have are refused without rendering', async () => {
  const { counter, handler } = counting();
  await using local = await LocalSite.start({ handler });
  expect((await local.get('/%zz')).status).toBe(400);
  expect((await local.get(`/${'a'.repeat(3000)}`)).status).toBe(414);
  const post = await local.get('/', {}, 'POST');
  expect([post.status, post.headers.allow]).toEqual([405, 'GET, HEAD']);
  expect(counter.renders).toBe(0);
});

test("in development Next's own protocol stays open, for hot reload", async () => {
  const handler = async (request: IncomingMessage, response: ServerResponse) => {
    await Promise.resolve();
    response.end(String(request.headers.rsc));
  };
  await using local = await LocalSite.start({ handler, development: true });
  expect((await local.get('/', { rsc: '1' })).body.toString()).toBe('1');
  await using closed = await LocalSite.start({ handler });
  expect((await closed.get('/', { rsc: '1' })).body.toString()).toBe('undefined');
});

test('an address that negotiates keeps one page for each media type', async () => {
  const handler = async (request: IncomingMessage, response: ServerResponse) => {
    await Promise.resolve();
    response.setHeader('Content-Type', request.headers.accept ?? '');
    response.end('x');
  };
  const rules = [{ path: /^\/n$/, parameters: [], negotiates: ['text/html', 'application/activity+json'] }];
  await using local = await LocalSite.start({ handler, rules });
  for (let round = 0; round < 2; round += 1) {
    const json = await local.get('/n', { accept: 'application/activity+json' });
    const html = await local.get('/n', { accept: 'text/html, */*;q=0.1' });
    expect(json.headers['content-type']).toBe('application/activity+json');
    expect(html.headers['content-type']).toBe('text/html');
    expect(json.headers.vary).toBe('Accept, Accept-Encoding');
  }
  expect(local.site.statistics.entries).toBe(2);
});

test('switched off, every request is rendered, and what is sent is the same', async () => {
  const { counter, handler } = counting(() => recordTags('t'));
  const fixed = (request: IncomingMessage, response: ServerResponse) => {
    counter.renders = 0;
    return handler(request, response);
  };
  await using on = await LocalSite.start({ handler: fixed });
  await using fresh = await LocalSite.start({ handler: fixed });
  await using off = await LocalSite.start({ handler: fixed, maxBytes: 0 });
  const variations: Record<string, string>[] = [
    {},
    { 'accept-encoding': 'gzip' },
    { 'accept-encoding': 'gzip', via: '1.1 x' },
    { 'accept-encoding': 'br, gzip' },
  ];
  for (const headers of variations) {
    // Brotli is made anew for what is read again.
    const kept = await (headers['accept-encoding']?.includes('br') ? fresh : on).get('/', headers);
    const rendered = await off.get('/', headers);
    expect(rendered.body.equals(kept.body)).toBe(true);
    expect({ ...rendered.headers, date: '' }).toEqual({ ...kept.headers, date: '' });
  }
  expect(on.site.statistics).toMatchObject({ misses: 1, hits: 2 });
  expect(off.site.statistics).toMatchObject({ misses: 4, hits: 0, entries: 0 });
});

test('what was made for one reader is never kept, not even for when rendering fails', async () => {
  let fails = false;
  const { handler } = counting(() => {
    recordPrivate();
    recordTags('article:1');
    if (fails) throw new Error('There is no database.');
  });
  await using local = await LocalSite.start({ handler, databaseIsDown: () => Promise.resolve(true) });
  expect((await local.get('/own')).status).toBe(200);
  local.site.purge({ tags: ['article:1'], kind: 'refresh' });
  expect((await local.get('/own')).status).toBe(200);
  expect(local.site.statistics).toMatchObject({ entries: 0, stores: 0, bytes: 0 });
  fails = true;
  const failed = await local.get('/own');
  expect([failed.status, failed.body.includes('A paragraph')]).toEqual([503, false]);
});
