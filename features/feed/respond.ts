import 'server-only';
import { toAtom } from '#features/feed/atom.ts';
import { toJsonFeed } from '#features/feed/json-feed.ts';
import { type Feed, type FeedFormat, type FeedScope, feedFormats, feedHref } from '#features/feed/model.ts';
import { readFeed } from '#features/feed/queries.ts';
import { toRss } from '#features/feed/rss.ts';
import { findRedirect } from '#features/redirect/queries.ts';
import { absoluteUrl, type Site } from '#features/site/model.ts';
import { notFoundText } from '#features/site/no-page-text.ts';
import { readSite } from '#features/site/queries.ts';
import { canonicalSegment, plainPath, readSegments } from '#lib/address.ts';
import { wordsFor } from '#lib/messages.ts';

/** Answers a request for a feed. */
export async function respondWithFeed(scope: FeedScope, format: FeedFormat): Promise<Response> {
  const site = await readSite();
  const feed = await readFeed(scope, format, site);
  if (!feed) {
    const moved = await formerFeed(scope, format);
    return moved
      ? new Response(null, { status: 308, headers: { location: moved } })
      : notFoundText(wordsFor(site.language)('missing.feed'));
  }
  const headers = { 'content-type': `${feedFormats[format].type}; charset=utf-8`, ...hubLinks(feed, format, site) };
  return new Response(writers[format](feed, site), { headers });
}

/** Where a hub hands the feed on, and under which name (WebSub, section 4): some look nowhere else. */
function hubLinks({ hub, under }: Feed, format: FeedFormat, site: Site): Record<string, string> {
  if (!hub) return {};
  return { link: `<${hub}>; rel="hub", <${absoluteUrl(feedHref(under, format), site)}>; rel="self"` };
}

/** Where the feed of a section, tag or person went whose address changed; null where there was none. */
async function formerFeed(scope: FeedScope, format: FeedFormat): Promise<string | null> {
  const segments = scope.of === 'site' ? null : readSegments(scope.segment);
  if (!segments) return null;
  const above = scope.of === 'section' ? [] : [scope.of];
  const page = await findRedirect(plainPath([...above, ...segments.map(canonicalSegment)]));
  return page && !/[?#]/.test(page) ? feedHref(page, format) : null;
}

const writers: Record<FeedFormat, (feed: Feed, site: Site) => string> = {
  rss: toRss,
  atom: toAtom,
  json: toJsonFeed,
};
