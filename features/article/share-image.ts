import type { ArticleDetail } from '#features/article/dto.ts';
import type { Picture } from '#features/media/dto.ts';
import { absoluteUrl, type Site } from '#features/site/model.ts';

export interface ShareImage {
  /** Absolute, of a format that every crawler knows. */
  readonly url: string;
  /** In pixels, of the very file at `url`. */
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

/** What other sites show of a story: its picture, or else the image made of its words, which has the headline as text. */
export function storyImage({ picture, social, headline }: ArticleDetail, site: Site): ShareImage | null {
  if (picture) return shareImage(picture, site);
  return social && { ...social, url: absoluteUrl(social.url, site), alt: headline };
}

/** A picture in the shapes that search engines choose from; whole where it is too small to be cut. */
export function searchImages(picture: Picture, site: Site): ShareImage[] {
  const cut = picture.crops?.map((crop) => ({ ...crop, url: absoluteUrl(crop.url, site), alt: picture.alt })) ?? [];
  return cut.length > 0 ? cut : [shareImage(picture, site)];
}

/** A picture as other sites and feed readers show it: cut for them around its focal point, or else whole. */
export function shareImage(picture: Picture, site: Site): ShareImage {
  if (picture.share) return { ...picture.share, url: absoluteUrl(picture.share.url, site), alt: picture.alt };
  const renditions = picture.sources.flatMap(({ srcset }) => srcset);
  const width = renditions.find(({ url }) => url === picture.fallback)?.width ?? picture.width;
  const height = Math.round((picture.height * width) / picture.width);
  return { url: absoluteUrl(picture.fallback, site), width, height, alt: picture.alt };
}
