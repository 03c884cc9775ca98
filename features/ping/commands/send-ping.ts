import 'server-only';
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { pingAddresses, pings } from '#db/schema/ping.ts';
import { endpointOf, networkFor, type PingRequest, requestsOf } from '#features/ping/channels.ts';
import { enqueuePing } from '#features/ping/commands/enqueue-ping.ts';
import {
  fillsForMilliseconds,
  type Outcome,
  outcomeOf,
  outcomeWithout,
  sentForMilliseconds,
  triedForMilliseconds,
} from '#features/ping/model.ts';
import { readSettings } from '#features/settings/queries.ts';
import { FetchRefused } from '#lib/guarded-fetch-problem.ts';
import type { GuardedNetwork } from '#lib/guarded-network.ts';
import { guardedPost } from '#lib/guarded-post.ts';

type Ping = typeof pings.$inferSelect;

/**
 * Sends a ping, and writes down what came back. Throws where it is to be tried again: the queue does, later each time;
 * where the endpoint has said from when on it may be asked again, the queue does then. What was taken is not sent again. A ping is abandoned after a day, or once its channel is off or has another endpoint.
 */
export async function sendPing(pingId: string, network?: GuardedNetwork): Promise<void> {
  const ping = await begin(pingId);
  if (!ping) return;
  if (await isPointless(ping)) return await note(ping, { state: 'abandoned' });
  const deadline = Date.now() + sentForMilliseconds;
  for (const request of requestsOf(ping.channel, await unsettled(ping))) {
    const { outcome, retryAfter, ...answer } = Date.now() < deadline ? await ask(ping, request, network) : tooSlow;
    if (outcome === 'again') {
      await note(ping, { ...answer, begunAt: reopened });
      if (retryAfter) return await sendAt(ping, retryAfter);
      throw new Error(`The ping was not taken by ${new URL(ping.endpoint).host}: ${answer.status ?? answer.problem}.`);
    }
    await settle(ping, request, outcome, answer);
  }
}

const tooSlow = { outcome: 'again', status: null, problem: 'too_slow', retryAfter: null } as const;

/** At that moment, or when the ping is given up, if that comes first. */
async function sendAt({ id, openedAt }: Ping, moment: Date): Promise<void> {
  const runAt = new Date(Math.min(moment.getTime(), openedAt.getTime() + triedForMilliseconds));
  await enqueuePing(database(), id, runAt);
}

/** What changes while nobody answers is told in the same ping, so that few wait; unless part of it was taken before. */
const reopened = sql`case when ${pings.openedAt} > now() - ${fillsForMilliseconds}::int * interval '1 ms'
  and not exists (select from ${pingAddresses} where ${pingAddresses.pingId} = ${pings.id} and ${pingAddresses.settled})
  then null else ${pings.begunAt} end`;

/** While it is under way no address is added. Null for one that was done with before. */
async function begin(pingId: string): Promise<Ping | null> {
  const [ping] = await database()
    .update(pings)
    .set({ begunAt: sql`coalesce(${pings.begunAt}, now())`, attempts: sql`${pings.attempts} + 1` })
    .where(and(eq(pings.id, pingId), eq(pings.state, 'waiting')))
    .returning();
  return ping ?? null;
}

async function isPointless({ channel, endpoint, openedAt }: Ping): Promise<boolean> {
  if (Date.now() - openedAt.getTime() > triedForMilliseconds) return true;
  return endpointOf(channel, await readSettings()) !== endpoint;
}

async function unsettled({ id }: Ping): Promise<string[]> {
  const rows = await database()
    .select({ address: pingAddresses.address })
    .from(pingAddresses)
    .where(and(eq(pingAddresses.pingId, id), eq(pingAddresses.settled, false)))
    .orderBy(pingAddresses.address);
  return rows.map(({ address }) => address);
}

interface Answer {
  readonly status: number | null;
  readonly problem: string | null;
}

async function ask({ endpoint }: Ping, request: PingRequest, network?: GuardedNetwork) {
  const { contentType, body } = request;
  try {
    const { status, retryAfter } = await guardedPost(endpoint, {
      contentType,
      body,
      network: network ?? networkFor(endpoint),
    });
    return { outcome: outcomeOf(status), status, problem: null, retryAfter };
  } catch (error) {
    if (!(error instanceof FetchRefused)) throw error;
    return { outcome: outcomeWithout(error.reason), status: null, problem: error.reason, retryAfter: null };
  }
}

/** The addresses of a request are done with; with the last of them the ping is, refused if any of them was. */
async function settle({ id }: Ping, { addresses }: PingRequest, outcome: Outcome, answer: Answer): Promise<void> {
  await database().transaction(async (tx) => {
    await tx
      .update(pingAddresses)
      .set({ settled: true })
      .where(and(eq(pingAddresses.pingId, id), inArray(pingAddresses.address, [...addresses])));
    const settled = await tx.$count(pingAddresses, and(eq(pingAddresses.pingId, id), eq(pingAddresses.settled, true)));
    const [before] = await tx
      .select({ count: pings.count, accepted: pings.accepted })
      .from(pings)
      .where(eq(pings.id, id));
    const { count, accepted: taken } = before as { count: number; accepted: number };
    const accepted = taken + (outcome === 'accepted' ? addresses.length : 0);
    const isRefused = settled > accepted;
    const end = isRefused ? 'refused' : 'accepted';
    await tx
      .update(pings)
      .set({
        accepted,
        state: settled < count ? 'waiting' : end,
        answeredAt: sql`now()`,
        // A refusal is what somebody has to read, whatever was taken after it.
        ...(outcome === 'refused' || !isRefused ? answer : {}),
      })
      .where(eq(pings.id, id));
  });
}

async function note({ id }: Ping, change: Partial<Answer> & { state?: 'abandoned'; begunAt?: SQL }): Promise<void> {
  await database()
    .update(pings)
    .set({ ...change, answeredAt: sql`now()` })
    .where(eq(pings.id, id));
}
