import { z } from 'zod';
import { segment } from '#features/section/schema.ts';

export const createTagInput = z.object({
  slug: segment,
  name: z.string().trim().min(1, 'must not be empty').max(80, 'must be at most 80 characters long'),
});
