import type { Task } from 'graphile-worker';
import { ensureViewPartitions, sweepPurges } from '#db/sweep.ts';

/** Every night: what is no longer needed goes, what will be needed is made. */
export const keepHouseTask: Task = async () => {
  await sweepPurges();
  await ensureViewPartitions();
};
