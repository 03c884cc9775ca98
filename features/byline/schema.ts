import { z } from 'zod';
import { segment } from '#features/section/schema.ts';

const shape = {
  handle: segment,
  name: z.string().trim().min(1, 'must not be empty').max(120, 'must be at most 120 characters long'),
  biography: z.string().trim().max(2000, 'must be at most 2000 characters long').default(''),
  /** Whose account at the desk this is, where it is anybody's. */
  userId: z.uuid().nullable().default(null),
};

export const createBylineInput = z.object(shape);

export const editBylineInput = z.object({ bylineId: z.uuid(), ...shape });

export const deleteBylineInput = z.object({ bylineId: z.uuid() });
