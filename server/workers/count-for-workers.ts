import { closeDatabase } from '#db/client.ts';
import { countViewsOfWorkers } from '#server/fast/count-view.ts';
import { startViewFlush, stopViewFlush } from '#server/fast/view-flush.ts';

/** From now on this process counts the views that its workers saw. What is returned writes down the last of them. */
export function countForWorkers(): () => Promise<void> {
  countViewsOfWorkers();
  startViewFlush();
  return async () => {
    await stopViewFlush();
    await closeDatabase();
  };
}
