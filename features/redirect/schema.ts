import { z } from 'zod';

const address = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(1000, 'must be at most 1,000 characters long')
  .refine((text) => text.isWellFormed() && !/\p{Cc}/u.test(text), 'must be one line without control characters');

/** Both as somebody copies them: percent-encoded or not, with this site's own origin or without. */
export const createRedirectInput = z.object({ path: address, target: address });
export const removeRedirectInput = z.object({ path: address });
