import 'server-only';
import sharp, { type Sharp } from 'sharp';
import type { RenditionFormat } from '#lib/vocabulary.ts';
import type { RenditionPlan } from './model-renditions.ts';
import { mostPixels } from './schema.ts';

/** Seconds. No picture of the size that is let in takes as long. */
const timeout = 120;

export interface Rendition extends RenditionPlan {
  readonly height: number;
  readonly bytes: Buffer;
}

/**
 * Makes one rendition. Colours become sRGB, and all that a camera wrote beside the picture, such as where it stood, is
 * left behind. Throws what sharp throws for a file that is damaged.
 */
export async function makeRendition(original: Buffer, plan: RenditionPlan): Promise<Rendition> {
  const image = sharp(original, { limitInputPixels: mostPixels, failOn: 'warning' })
    .rotate()
    .timeout({ seconds: timeout });
  const { data, info } = await encode(resized(image, plan), plan.format).toBuffer({ resolveWithObject: true });
  return { ...plan, width: info.width, height: info.height, bytes: data };
}

function resized(image: Sharp, { width, cut }: RenditionPlan): Sharp {
  if (!cut) return image.resize({ width, withoutEnlargement: true });
  const { scaled, left, top, height } = cut;
  return image.resize({ ...scaled, fit: 'fill' }).extract({ width, height, left, top });
}

function encode(image: Sharp, format: RenditionFormat): Sharp {
  switch (format) {
    case 'avif':
      return image.avif({ quality: 52, effort: 2 });
    case 'webp':
      return image.webp({ quality: 76 });
    case 'jpeg':
      return image.flatten({ background: '#fff' }).jpeg({ quality: 78, mozjpeg: true });
  }
}
