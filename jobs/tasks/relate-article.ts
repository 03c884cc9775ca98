import type { Task } from 'graphile-worker';
import { z } from 'zod';
import { relateArticle } from '#features/related/commands/relate-article.ts';

const payload = z.object({ articleId: z.uuid() });

/** After a publication: which stories it is related to. */
export const relateArticleTask: Task = async (input) => {
  await relateArticle(payload.parse(input).articleId);
};
