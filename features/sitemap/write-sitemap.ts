import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { EmptySitemap, ErrorLevel, type NewsItem, SitemapIndexStream, SitemapStream } from 'sitemap';

type Several<Item> = Iterable<Item> | AsyncIterable<Item>;

export interface SitemapAddress {
  /** Absolute, percent-encoded. */
  readonly url: string;
  readonly changedAt?: Date;
  readonly news?: NewsItem;
  /** The addresses of its pictures, absolute. */
  readonly pictures?: readonly string[];
}

/**
 * A list of addresses (https://www.sitemaps.org/protocol.html), taken one by one; null where there are none, which the
 * format has no way to say.
 */
export async function writeSitemap(
  addresses: Several<SitemapAddress>,
  { news = false, image = false } = {},
): Promise<string | null> {
  const xmlns = { news, xhtml: false, image, video: false };
  const stream = new SitemapStream({ level: ErrorLevel.SILENT, xmlns });
  try {
    return await pipeline(items(addresses), stream, text);
  } catch (error) {
    if (error instanceof EmptySitemap) return null;
    throw error;
  }
}

/** A list of sitemaps. */
export function writeSitemapIndex(sitemaps: Several<SitemapAddress>): Promise<string> {
  return pipeline(items(sitemaps), new SitemapIndexStream({ level: ErrorLevel.SILENT }), text);
}

function items(addresses: Several<SitemapAddress>): Readable {
  async function* each() {
    for await (const { changedAt, pictures = [], ...address } of addresses) {
      yield { ...address, lastmod: changedAt?.toISOString(), img: pictures.map((url) => ({ url })) };
    }
  }
  return Readable.from(each());
}
