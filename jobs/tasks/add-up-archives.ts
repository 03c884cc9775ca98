import type { Task } from 'graphile-worker';
import { addUpArchives } from '#features/article/add-up-archives.ts';

/** Every ten minutes, and when the worker starts: what was published is added to the counts of the archives. */
export const addUpArchivesTask: Task = async (_, { logger }) => {
  const steps = await addUpArchives();
  if (steps > 0) logger.info(`${steps} changes were added to the archives' counts`);
};
