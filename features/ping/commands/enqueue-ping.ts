import 'server-only';
import type { Queryable } from '#db/client.ts';
import { enqueueJob } from '#db/jobs.ts';

/** Has a ping sent at a moment. One is sent at a time: a slow endpoint holds up no other job. */
export async function enqueuePing(tx: Queryable, pingId: string, runAt: Date): Promise<void> {
  await enqueueJob(tx, 'send-ping', { pingId }, { key: `send-ping:${pingId}`, runAt, queue: 'pings' });
}
