import type { ArticleDetail } from '#features/article/dto.ts';
import { searchImages, shareImage, storyImage } from '#features/article/share-image.ts';
import { absoluteUrl, type Site } from '#features/site/model.ts';

/** The formats of the standard, with their media types for the answer and for the links in a page's head. */
export const oembedFormats = {
  json: { type: 'application/json', discovery: 'application/json+oembed' },
  xml: { type: 'text/xml', discovery: 'text/xml+oembed' },
} as const;
export type OembedFormat = keyof typeof oembedFormats;

/** The most that the asking site has room for, in pixels. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

/** Where the answer about a story is, absolute. */
export const oembedHref = (storyUrl: string, format: OembedFormat, site: Site): string =>
  absoluteUrl(`/oembed?url=${encodeURIComponent(storyUrl)}&format=${format}`, site);

/**
 * A story for other sites to show (https://oembed.com), of the type `link`: they make their own card of its title and
 * picture. `rich` would hand them HTML of ours to put into their page, which says no more and which many do not trust.
 */
export function oembedOf(article: ArticleDetail, site: Site, room: Room): Record<string, string | number> {
  const { bylines, headline } = article;
  const [first] = bylines;
  const image = imageWithin(article, site, room);
  return {
    version: '1.0',
    type: 'link',
    title: headline,
    ...(first && { author_name: bylines.map(({ name }) => name).join(', ') }),
    ...(first && bylines.length === 1 && { author_url: absoluteUrl(first.href, site) }),
    provider_name: site.name,
    provider_url: `${site.url}/`,
    ...(image && { thumbnail_url: image.url, thumbnail_width: image.width, thumbnail_height: image.height }),
  };
}

/** The largest image of the story that there is room for. */
function imageWithin(article: ArticleDetail, site: Site, room: Room) {
  const { picture } = article;
  const made = storyImage(article, site);
  const images = [
    ...(made ? [made] : []),
    ...(picture ? [...searchImages(picture, site), shareImage({ ...picture, share: null }, site)] : []),
  ];
  return images
    .filter(({ width, height }) => width <= room.width && height <= room.height)
    .toSorted((one, other) => other.width * other.height - one.width * one.height)[0];
}
