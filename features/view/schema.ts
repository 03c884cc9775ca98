import { z } from 'zod';

/**
 * What the page's beacon says: the story, and the host of the page before, if there was one. One story is one id:
 * PostgreSQL reads any case, but keys in memory would not be equal.
 */
export const viewInput = z.object({
  article: z.uuid().toLowerCase(),
  from: z.string().max(255).optional().catch(undefined),
});
