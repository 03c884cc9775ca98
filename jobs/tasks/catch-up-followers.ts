import type { Task } from 'graphile-worker';
import { catchUpFollowers } from '#features/fediverse/commands/catch-up-followers.ts';

/** When the site can be followed: what its followers missed, or will have to be told. */
export const catchUpFollowersTask: Task = async () => {
  await catchUpFollowers();
};
