import 'server-only';
import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { Refusal } from '#lib/errors.ts';
import type { RenditionFormat } from '#lib/vocabulary.ts';

/** Widths in pixels that the layouts use: a card on a phone, the column, the column at double density. */
const widths = [480, 960, 1600];
const fallbackWidth = 960;
const mostPixels = 60_000_000;
const mostBytes = 40 * 1024 * 1024;
const mediaTypes = { jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp', heif: 'image/avif' } as const;

interface Rendition {
  readonly format: RenditionFormat;
  readonly width: number;
  readonly height: number;
  readonly storageKey: string;
  readonly bytes: Buffer;
}

export interface PreparedPicture {
  readonly sha256: string;
  readonly mediaType: string;
  /** As people see it, turned by its EXIF orientation. */
  readonly width: number;
  readonly height: number;
  readonly renditions: readonly Rendition[];
}

/**
 * Makes a picture ready for pages: AVIF and WebP in every width up to its own, and one JPEG for browsers that know
 * neither. Metadata such as a camera's position is left behind. Refuses ('invalid') what is not a picture of a type
 * that can be shown, or is too large to be decoded safely.
 */
export async function preparePicture(original: Buffer): Promise<PreparedPicture> {
  if (original.byteLength > mostBytes) throw new Refusal('invalid', 'The picture is larger than 40 MB.');
  const { mediaType, width, height } = await inspect(original);
  const sha256 = createHash('sha256').update(original).digest('hex');
  const wanted = [...new Set([...widths.filter((candidate) => candidate < width), Math.min(width, 1600)])];
  const jobs = wanted.flatMap((size) => [
    { format: 'avif' as const, size },
    { format: 'webp' as const, size },
  ]);
  const renditions: Rendition[] = [];
  for (const { format, size } of [...jobs, { format: 'jpeg' as const, size: Math.min(width, fallbackWidth) }]) {
    const { data, info } = await encode(original, format, size);
    const storageKey = `${sha256.slice(0, 2)}/${sha256.slice(2, 26)}-${info.width}.${format}`;
    renditions.push({ format, width: info.width, height: info.height, storageKey, bytes: data });
  }
  return { sha256, mediaType, width, height, renditions };
}

async function inspect(original: Buffer) {
  // Of no bytes at all sharp complains at once, of others when it has looked.
  const metadata = await Promise.resolve()
    .then(() => sharp(original, { limitInputPixels: mostPixels }).metadata())
    .catch(() => null);
  const mediaType = metadata && mediaTypes[metadata.format as keyof typeof mediaTypes];
  if (!(mediaType && metadata.width && metadata.height)) {
    throw new Refusal('invalid', 'The file is not a JPEG, PNG, WebP or AVIF picture of at most 60 megapixels.');
  }
  const turned = (metadata.orientation ?? 1) > 4;
  const [width, height] = turned ? [metadata.height, metadata.width] : [metadata.width, metadata.height];
  return { mediaType, width, height };
}

function encode(original: Buffer, format: Rendition['format'], width: number) {
  const image = sharp(original, { limitInputPixels: mostPixels }).rotate().resize({ width, withoutEnlargement: true });
  switch (format) {
    case 'avif':
      return image.avif({ quality: 52, effort: 2 }).toBuffer({ resolveWithObject: true });
    case 'webp':
      return image.webp({ quality: 76 }).toBuffer({ resolveWithObject: true });
    case 'jpeg':
      return image
        .flatten({ background: '#fff' })
        .jpeg({ quality: 78, mozjpeg: true })
        .toBuffer({ resolveWithObject: true });
  }
}
