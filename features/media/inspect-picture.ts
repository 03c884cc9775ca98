import 'server-only';
import sharp from 'sharp';
import { say } from '#lib/desk-words.ts';
import { Refusal } from '#lib/errors.ts';
import { mostPixels } from './schema.ts';
import { sniffedBytes, sniffType } from './sniff-type.ts';

export interface PictureFacts {
  readonly mediaType: string;
  /** As people see it, turned by its EXIF orientation. */
  readonly width: number;
  readonly height: number;
}

/**
 * What a file says of itself: its type by its first bytes, its size by its header. Nothing is decoded. Refuses
 * ('invalid') in a sentence what is no still JPEG, PNG, WebP or AVIF of at most 60 megapixels. `file` is its path or all
 * of it.
 */
export async function inspectPicture(file: string | Buffer, head: Uint8Array): Promise<PictureFacts> {
  const type = sniffType(head.subarray(0, sniffedBytes));
  if (!type?.accepted) {
    throw new Refusal('invalid', type ? say('media.refused.type', { type: type.name }) : say('media.refused.unknown'));
  }
  const metadata = await sharp(file, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  if (!(metadata?.width && metadata.height)) throw new Refusal('invalid', say('media.refused.damaged'));
  if (metadata.width * metadata.height > mostPixels) {
    const { width, height } = metadata;
    throw new Refusal('invalid', say('media.refused.pixels', { width, height }));
  }
  if ((metadata.pages ?? 1) > 1) throw new Refusal('invalid', say('media.refused.moving'));
  const turned = (metadata.orientation ?? 1) > 4;
  const [width, height] = turned ? [metadata.height, metadata.width] : [metadata.width, metadata.height];
  return { mediaType: type.mediaType, width, height };
}
