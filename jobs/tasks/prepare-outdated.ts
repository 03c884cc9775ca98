import type { Task } from 'graphile-worker';
import { prepareOutdated } from '#features/media/commands/prepare-outdated.ts';

/** At each start of the worker: pictures that lack what is made of new ones get it. */
export const prepareOutdatedTask: Task = async (_payload, { logger }) => {
  const count = await prepareOutdated();
  if (count > 0) logger.info(`${count} older pictures have all renditions now`);
};
