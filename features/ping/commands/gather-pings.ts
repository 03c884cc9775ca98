import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { pingAddresses, pings } from '#db/schema/ping.ts';
import { endpointOf } from '#features/ping/channels.ts';
import { enqueuePing } from '#features/ping/commands/enqueue-ping.ts';
import { gathersForMilliseconds, mostAddresses } from '#features/ping/model.ts';
import { changedAddresses } from '#features/ping/queries-changed.ts';
import { readSettings } from '#features/settings/queries.ts';
import { type PingChannel, pingChannels } from '#lib/vocabulary.ts';

/** Puts the addresses at which a story has changed into the ping of each channel that is on. */
export async function gatherPings(articleId: string): Promise<void> {
  const settings = await readSettings();
  for (const channel of pingChannels) {
    const endpoint = endpointOf(channel, settings);
    const addresses = endpoint ? await changedAddresses(channel, articleId) : [];
    if (endpoint && addresses.length > 0) await addToPing(channel, endpoint, addresses);
  }
}

/** Adds to the ping that still gathers, or opens one. */
async function addToPing(channel: PingChannel, endpoint: string, addresses: readonly string[]): Promise<void> {
  await database().transaction(async (tx) => {
    const room = mostAddresses[channel] - addresses.length;
    const [open] = await tx
      .select({ id: pings.id })
      .from(pings)
      .where(
        and(
          isNull(pings.begunAt),
          eq(pings.channel, channel),
          eq(pings.endpoint, endpoint),
          eq(pings.state, 'waiting'),
          sql`${pings.count} <= ${room}::int`,
        ),
      )
      .orderBy(pings.id)
      .limit(1)
      .for('update');
    let pingId = open?.id;
    if (!pingId) {
      const [made] = await tx.insert(pings).values({ channel, endpoint }).returning({ id: pings.id });
      pingId = (made as { id: string }).id;
      await enqueuePing(tx, pingId, new Date(Date.now() + gathersForMilliseconds));
    }
    const id = pingId;
    const added = await tx
      .insert(pingAddresses)
      .values(addresses.map((address) => ({ pingId: id, address })))
      .onConflictDoNothing()
      .returning({ address: pingAddresses.address });
    await tx
      .update(pings)
      .set({ count: sql`${pings.count} + ${added.length}::int` })
      .where(eq(pings.id, id));
  });
}
