import { machineDates } from '#features/article/machine-dates.ts';
import { shareImage } from '#features/article/share-image.ts';
import { summaryOf } from '#features/article/summary.ts';
import { canonicalElsewhere, type Feed, type FeedStory, feedHref, storyUrn } from '#features/feed/model.ts';
import { storyHtml } from '#features/feed/story-html.ts';
import { absoluteUrl, logoHref, type Site } from '#features/site/model.ts';

/** A feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function toJsonFeed(feed: Feed, site: Site): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: absoluteUrl(feed.href, site),
    feed_url: absoluteUrl(feedHref(feed.under, 'json'), site),
    description: feed.description || undefined,
    icon: absoluteUrl(logoHref, site),
    language: feed.language,
    hubs: feed.hub ? [{ type: 'WebSub', url: feed.hub }] : undefined,
    items: feed.stories.map((story) => item(story, feed, site)),
  });
}

function item(story: FeedStory, { text }: Feed, site: Site) {
  const { published, modified } = machineDates(story);
  return {
    id: storyUrn(story),
    url: absoluteUrl(story.href, site),
    external_url: canonicalElsewhere(story) ?? undefined,
    title: story.headline,
    summary: summaryOf(story) || undefined,
    // An item must have one or the other.
    ...(text === 'whole'
      ? { content_html: storyHtml(story, site) }
      : { content_text: summaryOf(story) || story.headline }),
    image: story.picture ? shareImage(story.picture, site).url : undefined,
    date_published: published,
    date_modified: modified,
    authors: story.authors.map(({ name, href }) => ({ name, url: href ? absoluteUrl(href, site) : undefined })),
    tags: [story.section, ...story.tags].map(({ name }) => name),
    language: story.language,
  };
}
