import type { Picture, PictureSource } from '#features/media/dto.ts';
import type { LibraryQuery } from '#features/media/schema.ts';
import { type RenditionFormat, renditionFormats } from '#lib/vocabulary.ts';

/** What other sites show beside a link, in pixels; no JPEG of the other renditions is as wide. */
export const shareSize = { width: 1200, height: 630 } as const;

/**
 * What search engines choose from, in the shapes that Google asks for: 16:9, 4:3 and 1:1, each large enough for its
 * largest previews, none larger than a picture of 1280 by 720 pixels gives. No two are of one width.
 */
export const searchSizes = [
  { width: 1280, height: 720 },
  { width: 944, height: 708 },
  { width: 720, height: 720 },
] as const;

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
  for (const [assetId, all] of Map.groupBy(rows, (row) => row.assetId)) {
    const cuts = all.filter(isCut);
    const share = cuts.find(({ width }) => width === shareSize.width);
    const renditions = all.filter((row) => !isCut(row));
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
      share: share ? { url: mediaHref(share.storageKey), ...shareSize } : null,
      crops: searchSizes.flatMap((size) => {
        const cut = cuts.find(({ width }) => width === size.width);
        return cut ? { url: mediaHref(cut.storageKey), ...size } : [];
      }),
    });
  }
  return pictures;
}

/** The address of the library, narrowed and from a place on. */
export function libraryHref(query: Partial<LibraryQuery>, path = '/desk/media'): string {
  const wanted = Object.entries(query).filter(([, value]) => value);
  const text = new URLSearchParams(wanted as [string, string][]).toString();
  return text === '' ? path : `${path}?${text}`;
}

/** The key of what is cut names the point that it was cut around (model-renditions.ts). */
const isCut = ({ storageKey }: PictureRow): boolean => /\.\d+-\d+\.jpeg$/.test(storageKey);

function sourceOf(format: RenditionFormat, renditions: readonly PictureRow[]): PictureSource[] {
  const srcset = renditions
    .filter((rendition) => rendition.format === format)
    .map(({ storageKey, width }) => ({ url: mediaHref(storageKey), width }));
  return srcset.length === 0 ? [] : [{ type: `image/${format}`, srcset }];
}
