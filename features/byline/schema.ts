import { z } from 'zod';
import { segment } from '#features/section/schema.ts';

export const createBylineInput = z.object({
  handle: segment,
  name: z.string().trim().min(1, 'must not be empty').max(120, 'must be at most 120 characters long'),
  biography: z.string().trim().max(2000, 'must be at most 2000 characters long').default(''),
});
