import { z } from 'zod';

/** A day: long enough to show a story to somebody, short enough to be forgotten. */
const usualHours = 24;

export const createPreviewLinkInput = z.object({
  articleId: z.uuid(),
  /** For how long the link works. */
  hours: z
    .int('must be a whole number of hours')
    .min(1, 'must be at least 1 hour')
    .max(168, 'must be at most 168 hours, which is a week')
    .default(usualHours),
});

/** Without `linkId`: all links of the story. */
export const endPreviewLinksInput = z.object({ articleId: z.uuid(), linkId: z.uuid().optional() });
