import { z } from 'zod';
import { pinPlaces } from '#lib/vocabulary.ts';

export const pinArticleInput = z.object({
  place: z.enum(pinPlaces),
  articleId: z.uuid(),
  position: z.number().int().min(0).max(100),
  endsAt: z.date().nullable().default(null),
});

export const unpinArticleInput = z.object({ place: z.enum(pinPlaces), articleId: z.uuid() });
