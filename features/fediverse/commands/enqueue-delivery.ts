import 'server-only';
import type { Queryable } from '#db/client.ts';
import { enqueueJob } from '#db/jobs.ts';

/** Has an activity delivered; one after the other, so that what was said first arrives first. */
export async function enqueueDelivery(tx: Queryable, activityId: string, runAt?: Date): Promise<void> {
  await enqueueJob(tx, 'deliver-activity', { activityId }, { key: `deliver:${activityId}`, runAt, queue: 'fediverse' });
}
