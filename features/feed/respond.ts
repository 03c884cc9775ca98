import 'server-only';
import { toAtom } from '#features/feed/atom.ts';
import type { FeedFormat } from '#features/feed/href.ts';
import { toJsonFeed } from '#features/feed/json-feed.ts';
import type { Feed, FeedScope } from '#features/feed/model.ts';
import { readFeed } from '#features/feed/queries.ts';
import { toRss } from '#features/feed/rss.ts';
import type { Site } from '#features/site/model.ts';
import { notFoundText } from '#features/site/not-found-text.ts';
import { readSite } from '#features/site/queries.ts';

/** Answers a request for a feed. */
export async function respondWithFeed(scope: FeedScope, format: FeedFormat): Promise<Response> {
  const site = await readSite();
  const feed = await readFeed(scope, site);
  if (!feed) return notFoundText('There is no such feed here.');
  const { write, type } = formats[format];
  return new Response(write(feed, site), { headers: { 'content-type': type } });
}

const formats: Record<FeedFormat, { write: (feed: Feed, site: Site) => string; type: string }> = {
  rss: { write: toRss, type: 'application/rss+xml; charset=utf-8' },
  atom: { write: toAtom, type: 'application/atom+xml; charset=utf-8' },
  json: { write: toJsonFeed, type: 'application/feed+json; charset=utf-8' },
};
