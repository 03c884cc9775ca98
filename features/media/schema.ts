import { z } from 'zod';

/** One format of a picture: the renditions that a browser may choose from, narrowest first. */
const pictureSource = z.object({
  type: z.enum(['image/avif', 'image/webp', 'image/jpeg', 'image/png']),
  srcset: z.array(z.object({ url: z.string().min(1), width: z.int().positive() })).min(1),
});

/**
 * A picture as a page shows it: words, size in pixels, and the addresses of its renditions.
 * `alt` is '' for a picture that only decorates. `fallback` is for a browser that knows none of the sources.
 */
export const picture = z.object({
  alt: z.string(),
  caption: z.string().nullable(),
  credit: z.string().nullable(),
  width: z.int().positive(),
  height: z.int().positive(),
  sources: z.array(pictureSource),
  fallback: z.string().min(1),
});

export type Picture = z.infer<typeof picture>;
export type PictureSource = z.infer<typeof pictureSource>;
