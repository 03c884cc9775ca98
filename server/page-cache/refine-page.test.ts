import { randomBytes } from 'node:crypto';
import { brotliDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { type CachedPage, finishPage } from './cached-page.ts';
import { refinePage } from './refine-page.ts';

const paragraph = (index: number) =>
  `<p>Paragraph ${index} tells of ${(index * 7919) % 1000} ships and ${index % 13} harbours.</p>`;
const text = Array.from({ length: 400 }, (_, index) => paragraph(index)).join('\n');

async function finish(body: Buffer, previous?: CachedPage): Promise<CachedPage> {
  return await finishPage(
    { status: 200, contentType: 'text/html; charset=utf-8', body, headers: [], negotiated: false },
    {
      tags: ['t'],
      validUntil: Number.POSITIVE_INFINITY,
      servableUntil: Number.POSITIVE_INFINITY,
      lastModified: 0,
      cacheable: true,
    },
    { surrogateMaxAge: 1, https: true, development: false, encodings: ['gzip', 'br'] },
    { previous, modifiedFloor: 0, now: 0 },
  );
}

const header = (headers: readonly string[] | undefined, name: string) => headers?.[headers.indexOf(name) + 1];

test('a refined page says the same in fewer bytes, under another tag, and counts fewer bytes', async () => {
  const page = await finish(Buffer.from(text));
  const refined = await refinePage(page);
  expect(refined?.br?.body.length).toBeLessThan(page.br?.body.length ?? 0);
  expect(brotliDecompressSync(refined?.br?.body ?? '').toString()).toBe(text);
  expect(header(refined?.br?.headers, 'Content-Length')).toBe(String(refined?.br?.body.length));
  expect(header(refined?.br?.headers, 'ETag')).toBe(refined?.br?.etag);
  expect(header(refined?.br?.notModifiedHeaders, 'ETag')).toBe(refined?.br?.etag);
  expect(refined?.br?.etag).not.toBe(page.br?.etag);
  expect(refined?.br?.former?.etag).toBe(page.br?.etag);
  expect(page.size - (refined?.size ?? 0)).toBeGreaterThan(0);
  expect([refined?.identity, refined?.gzip]).toEqual([page.identity, page.gzip]);
});

test('a page is refined once, and what does not compress not at all', async () => {
  const refined = await refinePage(await finish(Buffer.from(text)));
  expect(refined && (await refinePage(refined))).toBeUndefined();
  expect(await refinePage(await finish(randomBytes(4000)))).toBeUndefined();
});

test('rendered anew with the same bytes it keeps the small ones and their tag', async () => {
  const refined = await refinePage(await finish(Buffer.from(text)));
  const again = await finish(Buffer.from(text), refined);
  expect(again.br?.body).toBe(refined?.br?.body);
  expect(again.br?.etag).toBe(refined?.br?.etag);
  expect(header(again.br?.headers, 'ETag')).toBe(refined?.br?.etag);
});
