import { summaryOf } from '#features/article/summary.ts';
import { mediaContent, mediaNamespace } from '#features/feed/media-content.ts';
import {
  canonicalElsewhere,
  changedAt,
  type Feed,
  type FeedStory,
  feedChangedAt,
  feedFormats,
  feedHref,
  storyUrn,
} from '#features/feed/model.ts';
import { storyHtml } from '#features/feed/story-html.ts';
import { cdata, element, textElement, xmlDocument } from '#features/feed/xml.ts';
import { absoluteUrl, logoHref, type Site } from '#features/site/model.ts';
import { escapeHtml } from '#lib/html.ts';

/** A feed as RSS 2.0 (https://www.rssboard.org/rss-specification). */
export function toRss(feed: Feed, site: Site): string {
  const self = absoluteUrl(feedHref(feed.under, 'rss'), site);
  const channel = element('channel', {}, [
    textElement('title', feed.title),
    textElement('link', absoluteUrl(feed.href, site)),
    // A channel must have one.
    textElement('description', feed.description || feed.title),
    textElement('language', feed.language),
    textElement('lastBuildDate', feedChangedAt(feed).toUTCString()),
    element('atom:link', { rel: 'self', type: feedFormats.rss.type, href: self }),
    feed.hub ? element('atom:link', { rel: 'hub', href: feed.hub }) : '',
    element('image', {}, [
      textElement('url', absoluteUrl(logoHref, site)),
      textElement('title', feed.title),
      textElement('link', absoluteUrl(feed.href, site)),
    ]),
    ...feed.stories.map((story) => item(story, feed, site)),
  ]);
  return xmlDocument(element('rss', { version: '2.0', ...namespaces }, [channel]));
}

const namespaces = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  ...mediaNamespace,
};

function item(story: FeedStory, { text }: Feed, site: Site): string {
  const original = canonicalElsewhere(story);
  return element('item', {}, [
    textElement('title', story.headline),
    textElement('link', absoluteUrl(story.href, site)),
    textElement('guid', storyUrn(story), { isPermaLink: 'false' }),
    textElement('pubDate', story.dateIs === 'original' ? story.publishedAt.toUTCString() : ''),
    // RSS itself has no date of the last change.
    textElement('atom:updated', changedAt(story).toISOString()),
    ...story.authors.map(({ name }) => textElement('dc:creator', name)),
    ...[story.section, ...story.tags].map(({ name }) => textElement('category', name)),
    textElement('dc:language', story.language),
    textElement('dc:source', story.sourceUrl ?? ''),
    original ? element('atom:link', { rel: 'canonical', href: original }) : '',
    textElement('dc:rights', story.licence),
    // A description is HTML, so the text is escaped for HTML first.
    textElement('description', escapeHtml(summaryOf(story))),
    mediaContent(story, site),
    text === 'whole' ? element('content:encoded', {}, [cdata(storyHtml(story, site))]) : '',
  ]);
}
