import type { Task } from 'graphile-worker';
import { rerenderBodies } from '#features/article/commands/rerender-bodies.ts';

/** At each start of the worker: bodies that an older renderer made are made anew. */
export const rerenderBodiesTask: Task = async (_payload, { logger }) => {
  const count = await rerenderBodies();
  if (count > 0) logger.info(`${count} bodies were rendered anew`);
};
