import type { Task } from 'graphile-worker';
import { indexMissing } from '#features/search/commands/index-missing.ts';

/** At each start of the worker, and after stories were loaded in bulk: those that the search does not know yet. */
export const indexSearchTask: Task = async (_payload, { logger }) => {
  const count = await indexMissing();
  if (count > 0) logger.info(`${count} publications were added to the search`);
};
