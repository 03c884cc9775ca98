import type { Task } from 'graphile-worker';
import { z } from 'zod';

const payload = z.object({ activityId: z.uuid() });

/** What is said to other servers goes out. What they could not take is tried again. */
export const deliverActivityTask: Task = async (input) => {
  // The libraries for signatures are large: a site that nobody can follow does without them.
  const { deliverActivity } = await import('#features/fediverse/commands/deliver-activity.ts');
  await deliverActivity(payload.parse(input).activityId);
};
