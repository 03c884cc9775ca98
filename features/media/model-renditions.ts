import type { FocalPoint } from '#features/media/dto.ts';
import type { RenditionFormat } from '#lib/vocabulary.ts';
import { searchSizes, shareSize } from './model.ts';

/**
 * Widths in pixels that the layouts use: a picture beside a headline on a phone (7rem at a density of 2 or 3), a card,
 * the column, and the column, the lead and the whole of a phone's screen at double density.
 */
const widths = [320, 640, 960, 1600];
const widest = 1600;
const fallbackWidth = 960;
/** WebP ends at 16,383 pixels a side. */
const mostHeight = 16_000;

/** Counts the plans below: pictures that were made ready by an older one are made ready anew. */
export const RENDITION_PLAN = 2;

/** A rendition to be made: its bytes follow from the original and this alone, and so does its key. */
export interface RenditionPlan {
  readonly format: RenditionFormat;
  readonly width: number;
  readonly storageKey: string;
  /** The part that is shown, once the whole is scaled; without it all of it. In pixels. */
  readonly cut?: Cut;
}

interface Cut {
  readonly scaled: { readonly width: number; readonly height: number };
  readonly left: number;
  readonly top: number;
  readonly height: number;
}

/**
 * What is made of a picture: AVIF and WebP in every width up to its own, one JPEG for browsers that know neither, and
 * those cut around the focal point for other sites and search engines for which it is large enough.
 */
export function planRenditions(
  picture: { readonly sha256: string; readonly width: number; readonly height: number },
  focus: FocalPoint,
): RenditionPlan[] {
  const { sha256, width, height } = picture;
  const name = `${sha256.slice(0, 2)}/${sha256.slice(2, 26)}`;
  const most = Math.max(1, Math.min(width, widest, Math.floor((mostHeight * width) / height)));
  const wanted = [...widths.filter((candidate) => candidate < most), most];
  const fallback = Math.min(most, fallbackWidth);
  const point = `${Math.round(focus.x * 100)}-${Math.round(focus.y * 100)}`;
  return [
    ...wanted.flatMap((size) =>
      (['avif', 'webp'] as const).map((format) => ({ format, width: size, storageKey: `${name}-${size}.${format}` })),
    ),
    { format: 'jpeg', width: fallback, storageKey: `${name}-${fallback}.jpeg` },
    ...[...searchSizes, shareSize]
      // There is one JPEG of a width: a picture just as wide as a cut has that one whole.
      .filter((size) => width >= size.width && height >= size.height && size.width !== fallback)
      .map((size) => ({
        format: 'jpeg' as const,
        width: size.width,
        storageKey: `${name}-${size.width}.${point}.jpeg`,
        cut: cutAround(picture, focus, size),
      })),
  ];
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Scales the picture until it fills the size, then takes the part with the focal point as near its middle as it goes. */
function cutAround({ width, height }: Size, focus: FocalPoint, size: Size): Cut {
  const scale = Math.max(size.width / width, size.height / height);
  const scaled = { width: Math.ceil(width * scale), height: Math.ceil(height * scale) };
  const place = (side: number, part: number, at: number) =>
    Math.round(Math.min(Math.max(side * at - part / 2, 0), side - part));
  return {
    scaled,
    left: place(scaled.width, size.width, focus.x),
    top: place(scaled.height, size.height, focus.y),
    height: size.height,
  };
}
