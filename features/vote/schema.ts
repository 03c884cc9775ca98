import { z } from 'zod';
import { voteIntents } from '#lib/vocabulary.ts';

const articleId = z.uuid('must be the id of an article').toLowerCase();

/** What a reader asks for, by form or by script. */
export const voteInput = z.object({
  articleId,
  intent: z.enum(voteIntents, 'must be vote or withdraw'),
});

export const tallyInput = z.object({ article: articleId });
