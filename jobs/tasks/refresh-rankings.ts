import type { Task } from 'graphile-worker';
import { refreshRankings } from '#features/ranking/refresh-rankings.ts';
import { forgetViewMinutes } from '#features/view/commands/forget-view-minutes.ts';

/** Every minute: what people read most is worked out anew, and the minutes go that nobody looks at any more. */
export const refreshRankingsTask: Task = async () => {
  await refreshRankings();
  await forgetViewMinutes();
};
