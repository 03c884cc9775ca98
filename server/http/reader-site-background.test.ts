import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { recordTags } from '#lib/trace.ts';
import { counting, text } from './testing/counting.ts';
import { LocalSite } from './testing/local-site.ts';

describe('a stampede', () => {
  test('of a thousand requests for one cold page renders it once and answers them all', async () => {
    const { counter, handler } = counting();
    const release = Promise.withResolvers<void>();
    await using local = await LocalSite.start({
      handler: async (request, response) => {
        await release.promise;
        await handler(request, response);
      },
    });
    const asked = Array.from({ length: 1000 }, (_, index) =>
      local.get(index % 2 ? '/news' : `/news?utm_source=${index}`),
    );
    await untilEqual(() => local.site.statistics.rendering, 1);
    release.resolve();
    const bodies = new Set((await Promise.all(asked)).map(({ status, body }) => `${status} ${body}`));
    expect([...bodies]).toEqual([`200 ${text}<p>1</p>`]);
    expect(counter.renders).toBe(1);
    expect(local.site.statistics).toMatchObject({ misses: 1, stores: 1 });
  });
});

describe('after a purge', () => {
  test('the pages that were read before are rendered again before anybody asks, and no others', async () => {
    const { counter, handler } = counting(() => recordTags('t'));
    await using local = await LocalSite.start({ handler });
    for (const path of ['/read', '/read', '/front', '/front', '/once']) await local.get(path);
    local.site.purge({ tags: ['t'], kind: 'refresh' });
    await untilEqual(() => counter.renders, 5);
    await local.site.settled();
    const { hits } = local.site.statistics;
    expect((await local.get('/read')).status).toBe(200);
    expect(local.site.statistics.hits).toBe(hits + 1);
    expect(counter.renders).toBe(5);
    await local.get('/once');
    expect(counter.renders).toBe(6);
  });

  test('a story that it brought before the public is rendered too', async () => {
    const { counter, handler } = counting();
    await using local = await LocalSite.start({ handler, newPages: async () => ['/news/new'] });
    local.site.purge({ tags: ['t'], kind: 'refresh' });
    await untilEqual(() => counter.renders, 1);
    await local.site.settled();
    expect((await local.get('/news/new')).body.toString()).toContain('<p>1</p>');
    expect(counter.renders).toBe(1);
  });
});

test('a page that is read again is compressed anew, and who holds the bytes of before is told that they are good', async () => {
  const words = Array.from({ length: 900 }, (_, index) => `<p>${(index * 7919) % 1000} ships</p>`).join('');
  await using local = await LocalSite.start({
    handler: async (_request, response) => {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(words);
    },
  });
  const brotli = { 'accept-encoding': 'br' };
  const first = await local.get('/news', brotli);
  await local.get('/news', brotli);
  await local.site.settled();
  const smaller = await local.get('/news', brotli);
  expect(smaller.body.length).toBeLessThan(first.body.length);
  expect(brotliDecompressSync(smaller.body).toString()).toBe(words);
  for (const { headers } of [first, smaller]) {
    const again = await local.get('/news', { ...brotli, 'if-none-match': String(headers.etag) });
    expect([again.status, again.headers.etag]).toEqual([304, headers.etag]);
  }
  expect((await local.get('/news', { ...brotli, 'if-none-match': '"other"' })).status).toBe(200);
});

/** Looks again and again until it is so; the test's own time limit ends it. */
async function untilEqual(look: () => number, wanted: number): Promise<void> {
  while (look() !== wanted) await new Promise((resolve) => void setImmediate(resolve));
}
