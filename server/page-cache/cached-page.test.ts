import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { finishPage, type PageHistory, type Variant } from './cached-page.ts';
import type { PageContent, PageFacts } from './page-content.ts';

const now = Date.UTC(2026, 0, 2, 3, 4, 5, 678);
const text = 'A paragraph like any other. '.repeat(100);

async function finish(
  content: Partial<PageContent> & { text?: string } = {},
  facts: Partial<PageFacts> = {},
  history: Partial<PageHistory> = {},
) {
  return await finishPage(
    {
      status: 200,
      contentType: 'text/html; charset=utf-8',
      body: Buffer.from(content.text ?? text),
      headers: [],
      negotiated: false,
      ...content,
    },
    {
      tags: [],
      validUntil: Number.POSITIVE_INFINITY,
      servableUntil: Number.POSITIVE_INFINITY,
      lastModified: 0,
      cacheable: true,
      ...facts,
    },
    { surrogateMaxAge: 1, https: true, development: false, encodings: ['gzip', 'br'] },
    { previous: undefined, modifiedFloor: 0, now, ...history },
  );
}

function header(
  variant: Variant | undefined,
  name: string,
  of: 'headers' | 'notModifiedHeaders' = 'headers',
): string | undefined {
  const headers = variant?.[of] ?? [];
  const index = headers.findIndex((part, at) => at % 2 === 0 && part === name);
  return index === -1 ? undefined : headers[index + 1];
}

describe('encodings', () => {
  test('gzip and brotli say what the identity says, each with its length and a strong tag of its own', async () => {
    const page = await finish();
    expect(gunzipSync(page.gzip?.body ?? '').toString()).toBe(text);
    expect(brotliDecompressSync(page.br?.body ?? '').toString()).toBe(text);
    const variants = [page.identity, page.gzip, page.br];
    for (const variant of variants) expect(header(variant, 'Content-Length')).toBe(String(variant?.body.length));
    expect(variants.map((variant) => header(variant, 'Content-Encoding'))).toEqual([undefined, 'gzip', 'br']);
    const etags = variants.map((variant) => header(variant, 'ETag'));
    expect(new Set(etags).size).toBe(3);
    for (const etag of etags) expect(etag).toMatch(/^"[\w-]+"$/);
  });

  test('equal bytes have equal tags, others have others', async () => {
    const [one, same, other] = await Promise.all([finish(), finish(), finish({ text: `${text}!` })]);
    expect(one.identity.etag).toBe(same.identity.etag);
    expect(one.identity.etag).not.toBe(other.identity.etag);
  });

  test.each([
    ['less than a kilobyte', { text: 'short' }],
    ['a picture', { contentType: 'image/avif' }],
  ])('%s stays as it is', async (_name, content) => {
    const page = await finish(content);
    expect([page.gzip, page.br]).toEqual([undefined, undefined]);
  });

  test('feeds and JSON are text', async () => {
    for (const contentType of [
      'application/rss+xml',
      'application/feed+json; charset=utf-8',
      'application/xml',
      'text/plain',
    ]) {
      expect((await finish({ contentType })).gzip).toBeDefined();
    }
  });

  test('the size counts every encoding, and the bytes hold on to no larger block', async () => {
    const page = await finish();
    const bodies = [page.identity, page.gzip, page.br].map((variant) => variant?.body ?? Buffer.alloc(0));
    expect(page.size).toBeGreaterThan(bodies.reduce((sum, body) => sum + body.length, 0));
    for (const body of bodies) expect(body.buffer.byteLength).toBe(body.length);
  });

  test('a page that turns out the same is not compressed again', async () => {
    const previous = await finish();
    const page = await finish({}, { tags: ['new'] }, { previous });
    expect(page.br?.body).toBe(previous.br?.body);
    expect(page.tags).toEqual(['new']);
  });
});

describe('headers', () => {
  test('browsers ask again each time, front servers may keep a page for a second', async () => {
    const { identity } = await finish();
    expect(header(identity, 'Cache-Control')).toBe('public, max-age=0, must-revalidate');
    expect(header(identity, 'Surrogate-Control')).toBe('max-age=1');
    expect(header(identity, 'Vary')).toBe('Accept-Encoding');
  });

  test('a page that Accept chose says so', async () => {
    expect(header((await finish({ negotiated: true })).identity, 'Vary')).toBe('Accept, Accept-Encoding');
  });

  test('HTML may load and run nothing but files of the site', async () => {
    const { identity } = await finish();
    expect(header(identity, 'Content-Security-Policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(header(identity, 'X-Content-Type-Options')).toBe('nosniff');
    expect(header(identity, 'Referrer-Policy')).toBe('strict-origin-when-cross-origin');
    expect(header(identity, 'Permissions-Policy')).toContain('geolocation=()');
    expect(header(identity, 'Speculation-Rules')).toBe('"/speculation-rules.json"');
    expect(header(identity, 'Strict-Transport-Security')).toBe('max-age=31536000');
  });

  test('a page made for one reader is kept by nobody', async () => {
    const { identity, surrogateKey } = await finish({}, { cacheable: false, tags: ['article:1'] });
    expect(header(identity, 'Cache-Control')).toBe('private, no-store');
    expect(header(identity, 'Surrogate-Control')).toBe('no-store');
    expect(header(identity, 'ETag')).toBeUndefined();
    expect(surrogateKey).toBe('');
  });

  test('a missing page has no validators', async () => {
    const { identity } = await finish({ status: 404 }, { lastModified: now });
    expect([header(identity, 'ETag'), header(identity, 'Last-Modified')]).toEqual([undefined, undefined]);
  });

  test('304 has what guides caches and nothing of the content', async () => {
    const { gzip } = await finish({}, { lastModified: now });
    const names = gzip?.notModifiedHeaders.filter((_, index) => index % 2 === 0);
    expect(names).toEqual(['Surrogate-Control', 'Cache-Control', 'Vary', 'ETag', 'Last-Modified']);
    expect(header(gzip, 'ETag', 'notModifiedHeaders')).toBe(gzip?.etag);
  });

  test('tags are a header of visible characters', async () => {
    const { surrogateKey } = await finish({}, { tags: ['article:1', 'address:/a b/é'] });
    expect(surrogateKey).toBe('article:1 address:/a%20b/%C3%A9');
  });

  test('a page whose tags do not fit into a header may not be kept by what cannot purge it', async () => {
    const tags = Array.from({ length: 300 }, (_, index) => `article:00000000-0000-0000-0000-${index}`);
    const page = await finish({}, { tags });
    expect(page.surrogateKey).toBe('');
    expect(header(page.identity, 'Surrogate-Control')).toBe('no-store');
    expect(page.tags).toHaveLength(300);
  });
});

describe('Last-Modified', () => {
  const published = Date.UTC(2025, 5, 1, 12, 0, 0, 500);
  const lastModified = async (facts: Partial<PageFacts>, history: Partial<PageHistory> = {}) =>
    (await finish({}, facts, history)).lastModified;
  const seconds = (time: number) => Math.floor(time / 1000) * 1000;

  test('is the date of the content, in whole seconds', async () => {
    const page = await finish({}, { lastModified: published });
    expect(page.lastModified).toBe(seconds(published));
    expect(header(page.identity, 'Last-Modified')).toBe('Sun, 01 Jun 2025 12:00:00 GMT');
  });

  test('is absent where nothing is known', async () => {
    expect(await lastModified({})).toBe(0);
    expect(header((await finish()).identity, 'Last-Modified')).toBeUndefined();
  });

  test('is now, where the bytes changed and the content has no newer date', async () => {
    const previous = await finish({ text: `${text} with an old menu` }, { lastModified: published });
    expect(await lastModified({ lastModified: published }, { previous })).toBe(seconds(now));
  });

  test('stays, where the bytes stay', async () => {
    const previous = await finish({}, { lastModified: published });
    expect(await lastModified({ lastModified: published }, { previous, now: now + 60_000 })).toBe(seconds(published));
  });

  test('is never before something was withdrawn', async () => {
    const modifiedFloor = now - 60_000;
    expect(await lastModified({ lastModified: published }, { modifiedFloor })).toBe(seconds(modifiedFloor));
  });

  test('is never in the future', async () => {
    expect(await lastModified({ lastModified: now + 60_000 })).toBe(seconds(now));
  });
});

test('a page is valid no longer than it may be served', async () => {
  const page = await finish({}, { servableUntil: now + 1000, validUntil: now + 5000 });
  expect(page.validUntil).toBe(now + 1000);
});
