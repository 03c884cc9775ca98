import type { Picture, PictureSource } from '#features/media/dto.ts';
import { type RenditionFormat, renditionFormats } from '#lib/vocabulary.ts';

/** One rendition of a picture beside the words of the picture itself, as the database gives them. */
export interface PictureRow {
  readonly assetId: string;
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
  readonly assetWidth: number;
  readonly assetHeight: number;
  /** The focal point, as fractions of width and height. */
  readonly focalX: number;
  readonly focalY: number;
  readonly format: RenditionFormat;
  readonly width: number;
  readonly storageKey: string;
}

/** Where a stored file is served. Its key never holds other bytes. */
const mediaHref = (storageKey: string): string => `/media/${storageKey}`;

/** Gathers renditions (narrowest first) into pictures, the best format first, by asset id. */
export function toPictures(rows: readonly PictureRow[]): ReadonlyMap<string, Picture> {
  const pictures = new Map<string, Picture>();
  for (const [assetId, renditions] of Map.groupBy(rows, (row) => row.assetId)) {
    const [first] = renditions;
    const widest = renditions.findLast(({ format }) => format === 'jpeg') ?? renditions.at(-1);
    if (!first || !widest) continue;
    pictures.set(assetId, {
      alt: first.alt,
      caption: first.caption || null,
      credit: first.credit || null,
      width: first.assetWidth,
      height: first.assetHeight,
      focus: { x: Math.round(first.focalX * 10), y: Math.round(first.focalY * 10) },
      sources: renditionFormats.flatMap((format) => sourceOf(format, renditions)),
      fallback: mediaHref(widest.storageKey),
    });
  }
  return pictures;
}

function sourceOf(format: RenditionFormat, renditions: readonly PictureRow[]): PictureSource[] {
  const srcset = renditions
    .filter((rendition) => rendition.format === format)
    .map(({ storageKey, width }) => ({ url: mediaHref(storageKey), width }));
  return srcset.length === 0 ? [] : [{ type: `image/${format}`, srcset }];
}
