import type { Task } from 'graphile-worker';
import { refreshRankings } from '#features/ranking/refresh-rankings.ts';

/** Every minute: what people read most is worked out anew. */
export const refreshRankingsTask: Task = async () => {
  await refreshRankings();
};
