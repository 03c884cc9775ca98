import { z } from 'zod';
import { pinPlaces } from '#lib/vocabulary.ts';

/** A place with more is no longer arranged by anybody. */
export const mostPins = 100;

/** Without a position, a new pin goes to the end, and one that is there stays where it is; so for its beginning. */
export const pinArticleInput = z
  .object({
    place: z.enum(pinPlaces),
    articleId: z.uuid(),
    position: z.int().min(0).max(mostPins).optional(),
    startsAt: z.date().optional(),
    endsAt: z.date().nullable().default(null),
  })
  .refine(({ startsAt, endsAt }) => !(startsAt && endsAt) || endsAt > startsAt, {
    path: ['endsAt'],
    error: 'must be later than the beginning',
  });

/** All stories of a place, in the order in which they are to stand. */
export const orderPinsInput = z.object({
  place: z.enum(pinPlaces),
  articleIds: z.array(z.uuid()).min(1).max(mostPins),
});

export const unpinArticleInput = z.object({ place: z.enum(pinPlaces), articleId: z.uuid() });
