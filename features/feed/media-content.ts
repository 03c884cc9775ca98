import { shareImage } from '#features/article/share-image.ts';
import type { FeedStory } from '#features/feed/model.ts';
import { element, textElement } from '#features/feed/xml.ts';
import type { Site } from '#features/site/model.ts';

/** The namespace of Media RSS (https://www.rssboard.org/media-rss), which Atom's readers know as well. */
export const mediaNamespace = { 'xmlns:media': 'http://search.yahoo.com/mrss/' };

/** A story's picture as an element of a feed, which readers show beside the headline; '' where there is none. */
export function mediaContent({ picture }: FeedStory, site: Site): string {
  if (!picture) return '';
  const { url, width, height, alt } = shareImage(picture, site);
  return element('media:content', { url, medium: 'image', width: String(width), height: String(height) }, [
    textElement('media:title', picture.caption ?? '', { type: 'plain' }),
    textElement('media:description', alt, { type: 'plain' }),
    textElement('media:credit', picture.credit ?? ''),
  ]);
}
