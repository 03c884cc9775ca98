import { z } from 'zod';

export const linkTranslationInput = z
  .object({ articleId: z.uuid(), otherId: z.uuid() })
  .refine(({ articleId, otherId }) => articleId !== otherId, {
    path: ['otherId'],
    error: 'must be another story than this one',
  });

export const unlinkTranslationInput = z.object({ articleId: z.uuid() });
