import type { Task } from 'graphile-worker';
import { z } from 'zod';
import { gatherPings } from '#features/ping/commands/gather-pings.ts';

const payload = z.object({ articleId: z.uuid() });

/** When a story is published, updated, withdrawn or killed: whoever is to be told outside is, in a moment. */
export const announceChangeTask: Task = async (input) => {
  await gatherPings(payload.parse(input).articleId);
};
