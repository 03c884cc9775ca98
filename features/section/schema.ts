import { z } from 'zod';
import { slugMaxLength } from '#features/article/slug.ts';
import { canonicalSegment } from '#lib/address.ts';

/** First segments of the site's own addresses, which no section may take. */
export const reservedSegments: ReadonlySet<string> = new Set([
  'tag',
  'author',
  'search',
  'corrections',
  'desk',
  'api',
  'media',
  'assets',
  '_next',
  'archive',
  'vote',
  'ranking',
  'sitemap',
  'sitemaps',
  'healthz',
  'readyz',
  'metrics',
  'preview',
  'about',
  'well-known',
  'feed',
  'indexnow',
  'static',
  'fediverse',
  'oembed',
]);

/** One segment of an address in any script: NFC, lower case, words joined by hyphens. */
export const segment = z
  .string()
  .trim()
  .transform(canonicalSegment)
  .refine((slug) => /^[\p{L}\p{N}\p{M}]+(?:-[\p{L}\p{N}\p{M}]+)*$/u.test(slug), 'must be words joined by hyphens')
  .refine((slug) => slug.length <= slugMaxLength, `must be at most ${slugMaxLength} characters long`);

const sectionSlug = segment.refine((slug) => !reservedSegments.has(slug), {
  error: (issue) => `'${String(issue.input)}' is an address of the site itself: choose another`,
});

const shape = {
  slug: sectionSlug,
  name: z.string().trim().min(1, 'must not be empty').max(80, 'must be at most 80 characters long'),
  description: z.string().trim().max(500, 'must be at most 500 characters long').default(''),
  parentId: z.uuid().nullable().default(null),
};

/** Without a position, the section goes to the end of those beside it. */
export const createSectionInput = z.object({ ...shape, position: z.int().min(0).optional() });

export const editSectionInput = z.object({ sectionId: z.uuid(), ...shape });

export const deleteSectionInput = z.object({ sectionId: z.uuid() });

/** All sections under one (or under none), in the order in which they are to stand. */
export const orderSectionsInput = z.object({
  parentId: z.uuid().nullable(),
  sectionIds: z.array(z.uuid()).min(1).max(500),
});
