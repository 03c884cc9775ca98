import 'server-only';
import { and, eq, or, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { fediverseDeliveries, fediverseFollowers, fediverseInboxes } from '#db/schema/fediverse.ts';
import { activityDocument, findActivity } from '#features/fediverse/activity.ts';
import { enqueueDelivery } from '#features/fediverse/commands/enqueue-delivery.ts';
import { standalone } from '#features/fediverse/documents.ts';
import { activityType } from '#features/fediverse/model.ts';
import { delayAfter, shortAnswer, stateAfter, stateAfterFailure } from '#features/fediverse/model-delivery.ts';
import { signedHeaders } from '#features/fediverse/remote.ts';
import { readSettings } from '#features/settings/queries.ts';
import type { Site } from '#features/site/model.ts';
import { readSite } from '#features/site/queries.ts';
import { FetchRefused } from '#lib/guarded-fetch-problem.ts';
import { type GuardedNetwork, outboundNetwork } from '#lib/guarded-network.ts';
import { guardedPost } from '#lib/guarded-post.ts';
import type { DeliveryState } from '#lib/vocabulary.ts';

/** How many servers are told at once. */
const atOnce = 10;

/**
 * Milliseconds after which the worker does something else first, however many inboxes are left: somebody may follow from
 * thousands that never answer, and what others wait for would come after all of them.
 */
const sentForMilliseconds = 60_000;

/**
 * Sends an activity to the inboxes that have not taken it yet, and writes down what each answers. Those that could not be
 * reached are tried again later, ever more seldom; those that were not come to in time, when the worker has done what waits.
 */
export async function deliverActivity(
  activityId: string,
  network: GuardedNetwork = outboundNetwork(),
  sentFor = sentForMilliseconds,
): Promise<void> {
  const activity = await findActivity(activityId);
  if (!activity) return;
  const waiting = await waitingOf(activityId);
  if (waiting.length === 0) return;
  const [site, { fediverse }] = await Promise.all([readSite(), readSettings()]);
  // Where it was turned off, only what takes back what was said goes out.
  const speaks = fediverse === 'on' || activity.kind === 'delete';
  const document = speaks ? await activityDocument(activity, site) : null;
  if (!document) {
    await settle(activityId, 'dropped');
    return;
  }
  const body = JSON.stringify(standalone(document));
  const keepsStory = activity.kind !== 'accept' && activity.kind !== 'delete';
  const deadline = Date.now() + sentFor;
  let start = 0;
  for (; start < waiting.length && (start === 0 || Date.now() < deadline); start += atOnce) {
    const some = waiting.slice(start, start + atOnce);
    await Promise.all(
      some.map(async ({ inbox }) => {
        const outcome = await send(inbox, { body, bylineId: activity.bylineId, site, network });
        await writeDown({ activityId, inbox, ...outcome }, keepsStory);
      }),
    );
  }
  if (start < waiting.length) await enqueueDelivery(database(), activityId);
  else await goOn(activityId);
}

/** Those that were tried least, and of them first who took something last: a server that never answers holds up few. */
async function waitingOf(activityId: string): Promise<{ inbox: string; attempts: number }[]> {
  const { inbox, attempts, state } = fediverseDeliveries;
  const { takenAt } = fediverseInboxes;
  const rows = await database()
    .select({ inbox, attempts })
    .from(fediverseDeliveries)
    .leftJoin(fediverseInboxes, eq(fediverseInboxes.inbox, inbox))
    .where(and(eq(fediverseDeliveries.activityId, activityId), eq(state, 'waiting')))
    .orderBy(attempts, sql`${takenAt} desc nulls last`, inbox);
  return rows.filter((row) => row.attempts === rows[0]?.attempts);
}

interface Outcome {
  readonly state: DeliveryState;
  readonly status: number | null;
  readonly answer: string;
}

interface Sent {
  readonly body: string;
  readonly bylineId: string | null;
  readonly site: Site;
  readonly network: GuardedNetwork;
}

async function send(inbox: string, { body, bylineId, site, network }: Sent): Promise<Outcome> {
  try {
    const headers = await signedHeaders(inbox, { bylineId, site, body });
    const { status, text } = await guardedPost(inbox, {
      ...{ headers, body, network, contentType: activityType },
      ...{ totalTime: 10_000, idleTime: 8000 },
    });
    return { state: stateAfter(status), status, answer: shortAnswer(text) };
  } catch (error) {
    if (!(error instanceof FetchRefused)) throw error;
    return { state: stateAfterFailure(error.reason), status: null, answer: error.reason };
  }
}

async function writeDown(
  { activityId, inbox, ...outcome }: Outcome & { activityId: string; inbox: string },
  keepsStory: boolean,
): Promise<void> {
  await database()
    .update(fediverseDeliveries)
    .set({ ...outcome, attempts: sql`${fediverseDeliveries.attempts} + 1`, changedAt: sql`now()` })
    .where(and(eq(fediverseDeliveries.activityId, activityId), eq(fediverseDeliveries.inbox, inbox)));
  if (outcome.state === 'taken' && keepsStory) {
    const takenAt = sql`now()`;
    await database()
      .insert(fediverseInboxes)
      .values({ inbox, takenAt })
      .onConflictDoUpdate({ target: fediverseInboxes.inbox, set: { takenAt } });
  }
  if (outcome.status === 410) {
    const gone = or(eq(fediverseFollowers.inbox, inbox), eq(fediverseFollowers.sharedInbox, inbox));
    await database().delete(fediverseFollowers).where(gone);
    await database().delete(fediverseInboxes).where(eq(fediverseInboxes.inbox, inbox));
  }
}

/** What is left is tried again later, or given up. */
async function goOn(activityId: string): Promise<void> {
  const [left] = await waitingOf(activityId);
  if (!left) return;
  const delay = delayAfter(left.attempts);
  if (delay === null) await settle(activityId, 'failed');
  else await enqueueDelivery(database(), activityId, new Date(Date.now() + delay));
}

async function settle(activityId: string, state: DeliveryState): Promise<void> {
  await database()
    .update(fediverseDeliveries)
    .set({ state, changedAt: sql`now()` })
    .where(and(eq(fediverseDeliveries.activityId, activityId), eq(fediverseDeliveries.state, 'waiting')));
}
