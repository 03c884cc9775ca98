import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { database, type Transaction } from '#db/client.ts';
import {
  fediverseActivities,
  fediverseDeliveries,
  fediverseFollowers,
  fediverseReceived,
} from '#db/schema/fediverse.ts';
import { enqueueDelivery } from '#features/fediverse/commands/enqueue-delivery.ts';
import { inInboxPlace } from '#features/fediverse/limits.ts';
import { actorOfAddress, inboxOfPath } from '#features/fediverse/model.ts';
import { findActor } from '#features/fediverse/queries.ts';
import { type TakenActivity, takenActivity } from '#features/fediverse/schema.ts';
import { type Post, type RemoteActor, verifySender } from '#features/fediverse/verify.ts';
import type { Site } from '#features/site/model.ts';
import { Refusal } from '#lib/errors.ts';
import { type GuardedNetwork, outboundNetwork } from '#lib/guarded-network.ts';

/**
 * Takes what another server posts to an inbox: a Follow, which is accepted, or its Undo. Gives false where its signature
 * is not that of who it speaks for. Throws `Refusal`: 'forbidden' for anything else, 'invalid', 'not_found' for nobody
 * of ours, 'conflict' for what was taken before, 'unavailable' for too much at once.
 */
export async function takeActivity(
  post: Post,
  site: Site,
  network: GuardedNetwork = outboundNetwork(),
): Promise<boolean> {
  const activity = read(post.body);
  const target = targetOf(activity, site);
  const inbox = inboxOfPath(post.path);
  if (inbox === undefined || (inbox !== 'shared' && target !== undefined && target !== inbox)) throw notOurs();
  // An Undo may name the Follow alone, and the Follow whom it was of.
  if (activity.type === 'Follow' && (target === undefined || !(await findActor(target, site)))) throw notOurs();
  const sender = await inInboxPlace(() => verifySender(post, activity.actor, site, network));
  if (!sender) return false;
  await database().transaction(async (tx) => {
    await refuseReplay(tx, activity.id);
    if (activity.type === 'Follow') await follow(tx, activity, target as string | null, sender);
    else await unfollow(tx, activity, target, sender);
  });
  return true;
}

/** What the body says; whatever else it may be is refused before anybody is asked for a signature. */
function read(body: Buffer): TakenActivity {
  const value = parseJson(body);
  const type = value !== null && typeof value === 'object' && 'type' in value ? value.type : undefined;
  if (type === undefined) throw new Refusal('invalid', 'The body is no activity.');
  const undoes = type === 'Undo' ? objectType(value) : undefined;
  if ((type !== 'Follow' && type !== 'Undo') || (undoes !== undefined && undoes !== 'Follow')) {
    throw new Refusal('forbidden', 'Only Follow, and Undo of a Follow, are taken here.');
  }
  const parsed = takenActivity.safeParse(value);
  if (!parsed.success) throw new Refusal('invalid', 'The activity has not the ids that it needs.');
  const { id, actor } = parsed.data;
  if (new URL(id).origin !== new URL(actor).origin) throw new Refusal('invalid', 'The id is of another server.');
  return parsed.data;
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
  }
  throw new Refusal('invalid', 'The body is not JSON.');
}

function objectType(value: unknown): unknown {
  const { object } = value as { object?: unknown };
  return object !== null && typeof object === 'object' && 'type' in object ? object.type : undefined;
}

/** Whom it is about: the site (null), somebody credited, or undefined for what is not said or not ours. */
function targetOf(activity: TakenActivity, site: Site): string | null | undefined {
  if (activity.type === 'Follow') return actorOfAddress(activity.object, site);
  const { object } = activity.object;
  return object === undefined ? undefined : actorOfAddress(object, site);
}

const notOurs = () => new Refusal('not_found', 'There is nobody to follow here.');

/** Signatures hold for an hour, and what came is remembered for a day: nothing that was taken is taken again. */
async function refuseReplay(tx: Transaction, activity: string): Promise<void> {
  const taken = await tx.insert(fediverseReceived).values({ activity }).onConflictDoNothing().returning();
  if (taken.length === 0) throw new Refusal('conflict', 'This was taken before.');
}

async function follow(
  tx: Transaction,
  { id, actor }: TakenActivity,
  bylineId: string | null,
  { id: follower, inbox, sharedInbox }: RemoteActor,
): Promise<void> {
  await tx
    .insert(fediverseFollowers)
    .values({ bylineId, follower, inbox, sharedInbox, follow: id })
    .onConflictDoUpdate({
      target: [fediverseFollowers.bylineId, fediverseFollowers.follower],
      set: { inbox, sharedInbox, follow: id },
    });
  const [accept] = await tx
    .insert(fediverseActivities)
    .values({ kind: 'accept', bylineId, follow: { id, actor } })
    .returning({ id: fediverseActivities.id });
  const activityId = (accept as { id: string }).id;
  await tx.insert(fediverseDeliveries).values({ activityId, inbox });
  await enqueueDelivery(tx, activityId);
}

/** Whoever follows no more is forgotten; an Undo of a Follow that is not known changes nothing. */
async function unfollow(
  tx: Transaction,
  activity: TakenActivity,
  bylineId: string | null | undefined,
  { id: follower }: RemoteActor,
): Promise<void> {
  if (activity.type !== 'Undo') return;
  const { object } = activity;
  if (object.actor !== undefined && object.actor !== activity.actor) {
    throw new Refusal('forbidden', 'Nobody takes back what another said.');
  }
  const which =
    bylineId === undefined
      ? eq(fediverseFollowers.follow, object.id ?? '')
      : sql`${fediverseFollowers.bylineId} is not distinct from ${bylineId}`;
  await tx.delete(fediverseFollowers).where(and(eq(fediverseFollowers.follower, follower), which));
}
