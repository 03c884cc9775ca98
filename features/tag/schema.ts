import { z } from 'zod';
import { segment } from '#features/section/schema.ts';

const shape = {
  slug: segment,
  name: z.string().trim().min(1, 'must not be empty').max(80, 'must be at most 80 characters long'),
};

export const createTagInput = z.object(shape);

export const editTagInput = z.object({ tagId: z.uuid(), ...shape });

export const deleteTagInput = z.object({ tagId: z.uuid() });
