import type { Task } from 'graphile-worker';
import { z } from 'zod';
import { renewStoriesWith } from '#features/article/commands/renew-stories-with.ts';

const payload = z.object({ assetId: z.uuid() });

/** After a picture was made ready or described anew: every version that shows it, and the pages with it. */
export const renewStoriesWithTask: Task = async (input, { logger }) => {
  const count = await renewStoriesWith(payload.parse(input).assetId);
  if (count > 0) logger.info(`${count} bodies were rendered anew with a picture`);
};
