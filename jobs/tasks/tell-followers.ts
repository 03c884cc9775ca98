import type { Task } from 'graphile-worker';
import { z } from 'zod';
import { tellFollowers } from '#features/fediverse/commands/tell-followers.ts';

const payload = z.object({ articleId: z.uuid() });

/** After a change of a story, and when what was planned comes: its followers elsewhere are told. */
export const tellFollowersTask: Task = async (input) => {
  await tellFollowers(payload.parse(input).articleId);
};
