import { z } from 'zod';

/** What an upload may weigh. */
export const mostBytes = 40 * 1024 * 1024;
/** What may be decoded: a picture of 60 megapixels takes 180 MB of memory. */
export const mostPixels = 60_000_000;

const line = (most: number) => z.string().trim().max(most, `must be at most ${most} characters long`);
const fraction = z.number().min(0, 'must be from 0 to 1').max(1, 'must be from 0 to 1');

/** What is said about a picture. The words alone may be given; what is not given stays as it is. */
export const pictureWords = z.object({
  alt: line(500).default(''),
  caption: line(1000).default(''),
  credit: line(200).default(''),
});

export const describePictureInput = z.object({
  assetId: z.uuid(),
  alt: line(500).optional(),
  caption: line(1000).optional(),
  credit: line(200).optional(),
  focus: z.object({ x: fraction, y: fraction }).optional(),
});

export const deletePictureInput = z.object({ assetId: z.uuid() });

/** The name of a file as it came: its last part, without what cannot be shown. */
export const fileName = z
  .string()
  .transform((name) =>
    (name.split(/[/\\]/).at(-1) ?? '')
      .replace(/[\p{C}\s]+/gu, ' ')
      .trim()
      .slice(0, 200),
  )
  .catch('');

/** The library's address; a value that makes no sense is as good as none. */
export const libraryQuery = z.object({
  q: z.string().trim().max(200).catch(''),
  before: z.string().optional().catch(undefined),
  after: z.string().optional().catch(undefined),
});

export type LibraryQuery = z.output<typeof libraryQuery>;
