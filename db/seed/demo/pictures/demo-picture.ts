import sharp from 'sharp';
import { pictureCatalogue } from './catalogue.ts';
import type { PictureSource } from './picture-source.ts';

/** What a reader is told of a picture, and its size in pixels. */
export type PictureFacts = Omit<PictureSource, 'draw'>;

/** Draws a picture of the demonstration as a PNG. The same name gives the same picture on every machine. */
export function demoPicture(name: string): Promise<Buffer> {
  return sharp(Buffer.from(find(name).draw()))
    .png()
    .toBuffer();
}

/** A picture's size, alternative text, caption and credit. */
export function demoPictureFacts(name: string): PictureFacts {
  const { width, height, alt, caption, credit } = find(name);
  return { width, height, alt, caption, credit };
}

function find(name: string): PictureSource {
  const source = pictureCatalogue.get(name);
  if (!source) throw new Error(`The demonstration has no picture named '${name}'.`);
  return source;
}
