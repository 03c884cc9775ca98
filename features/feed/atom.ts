import { machineDates } from '#features/article/machine-dates.ts';
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
  type Tombstone,
} from '#features/feed/model.ts';
import { storyHtml } from '#features/feed/story-html.ts';
import { cdata, element, textElement, xmlDocument } from '#features/feed/xml.ts';
import { absoluteUrl, logoHref, type Site } from '#features/site/model.ts';

/** A feed as Atom (RFC 4287), with the stories that were killed (RFC 6721). */
export function toAtom(feed: Feed, site: Site): string {
  const self = absoluteUrl(feedHref(feed.under, 'atom'), site);
  const named = { ...namespaces, ...mediaNamespace, 'xml:lang': feed.language };
  const root = element('feed', named, [
    textElement('id', self),
    textElement('title', feed.title),
    textElement('subtitle', feed.description),
    textElement('icon', absoluteUrl(logoHref, site)),
    textElement('updated', feedChangedAt(feed).toISOString()),
    element('link', { rel: 'self', type: feedFormats.atom.type, href: self }),
    feed.hub ? element('link', { rel: 'hub', href: feed.hub }) : '',
    element('link', { rel: 'alternate', type: 'text/html', href: absoluteUrl(feed.href, site) }),
    ...feed.stories.map((story) => entry(story, feed, site)),
    ...feed.killed.map(deletedEntry),
  ]);
  return xmlDocument(root);
}

const namespaces = {
  xmlns: 'http://www.w3.org/2005/Atom',
  'xmlns:at': 'http://purl.org/atompub/tombstones/1.0',
};

const deletedEntry = (killed: Tombstone): string =>
  element('at:deleted-entry', { ref: storyUrn(killed), when: killed.killedAt.toISOString() });

function entry(story: FeedStory, { text }: Feed, site: Site): string {
  const original = canonicalElsewhere(story);
  return element('entry', { 'xml:lang': story.language }, [
    textElement('id', storyUrn(story)),
    textElement('title', story.headline),
    element('link', { rel: 'alternate', type: 'text/html', href: absoluteUrl(story.href, site) }),
    story.sourceUrl ? element('link', { rel: 'via', href: story.sourceUrl }) : '',
    original ? element('link', { rel: 'canonical', href: original }) : '',
    textElement('published', machineDates(story).published ?? ''),
    // An entry must have one, be it the day of copying.
    textElement('updated', changedAt(story).toISOString()),
    ...story.authors.map(({ name, href }) =>
      element('author', {}, [textElement('name', name), textElement('uri', href ? absoluteUrl(href, site) : '')]),
    ),
    ...[story.section, ...story.tags].map(({ name, href }) =>
      element('category', { term: name, scheme: absoluteUrl(href, site) }),
    ),
    textElement('rights', story.licence),
    textElement('summary', summaryOf(story)),
    mediaContent(story, site),
    text === 'whole' ? element('content', { type: 'html' }, [cdata(storyHtml(story, site))]) : '',
  ]);
}
