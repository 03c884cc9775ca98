import { randomBytes } from 'node:crypto';
import { finishPage } from './cached-page.ts';
import { pageAddress } from './page-address.ts';
import { PageCache } from './page-cache.ts';

/** A flood of distinct addresses, for `npm run bench`: what it does to memory, in megabytes at so many looks. */
const limitMegabytes = 64;
const addresses = 100_000;
const looks = 10;

// A process of its own, whose memory is nothing but this: pages like articles under so many addresses.
process.once('message', async () => {
  const paragraph = '<p>What happened is told here in some words, and then in some others.</p>';
  const cache = new PageCache({
    maxBytes: limitMegabytes * 1024 * 1024,
    render: async ({ url }, history) => {
      // Names and figures that are in no other page, so that it compresses no better than an article does.
      const body = Buffer.from(`<h1>${url}</h1>${paragraph.repeat(150)}<!--${randomBytes(2500).toString('base64')}-->`);
      const content = { status: 200, contentType: 'text/html; charset=utf-8', body, headers: [], negotiated: false };
      const never = { validUntil: Number.POSITIVE_INFINITY, servableUntil: Number.POSITIVE_INFINITY };
      const facts = { tags: Array.from({ length: 30 }, (_, index) => `article:${url}:${index}`), lastModified: 0 };
      const settings = { surrogateMaxAge: 1, https: true, development: false, encodings: ['gzip', 'br'] } as const;
      const page = await finishPage(content, { ...never, ...facts, cacheable: true }, settings, history);
      return { ok: true, page };
    },
  });
  const residentMegabytes: number[] = [];
  for (let index = 1; index <= addresses; index += 1) {
    const address = pageAddress(`/world/story-${index}`, undefined);
    if (typeof address !== 'number') await cache.obtain(address);
    if (index % (addresses / looks) === 0) residentMegabytes.push(process.memoryUsage.rss() / 1024 / 1024);
  }
  const { entries, bytes } = cache.statistics;
  process.send?.({ limitMegabytes, addresses, residentMegabytes, bytesPerPage: bytes / entries, pages: entries });
});
