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

/** A picture as other sites and feed readers show it: cut for them around its focal point, or else whole. */
export function shareImage(picture: Picture, site: Site): ShareImage {
  if (picture.share) return { ...picture.share, url: absoluteUrl(picture.share.url, site), alt: picture.alt };
  const renditions = picture.sources.flatMap(({ srcset }) => srcset);
  const width = renditions.find(({ url }) => url === picture.fallback)?.width ?? picture.width;
  const height = Math.round((picture.height * width) / picture.width);
  return { url: absoluteUrl(picture.fallback, site), width, height, alt: picture.alt };
}
