import 'server-only';
import { toAtom } from '#features/feed/atom.ts';
import { toJsonFeed } from '#features/feed/json-feed.ts';
import { type Feed, type FeedFormat, type FeedScope, feedFormats } from '#features/feed/model.ts';
import { readFeed } from '#features/feed/queries.ts';
import { toRss } from '#features/feed/rss.ts';
import type { Site } from '#features/site/model.ts';
import { notFoundText } from '#features/site/not-found-text.ts';
import { readSite } from '#features/site/queries.ts';
import { wordsFor } from '#lib/messages.ts';

/** Answers a request for a feed. */
export async function respondWithFeed(scope: FeedScope, format: FeedFormat): Promise<Response> {
  const site = await readSite();
  const feed = await readFeed(scope, site);
  if (!feed) return notFoundText(wordsFor(site.language)('missing.feed'));
  const contentType = `${feedFormats[format].type}; charset=utf-8`;
  return new Response(writers[format](feed, site), { headers: { 'content-type': contentType } });
}

const writers: Record<FeedFormat, (feed: Feed, site: Site) => string> = {
  rss: toRss,
  atom: toAtom,
  json: toJsonFeed,
};
