import { gt, inArray, sql } from 'drizzle-orm';
import { database, sqlClient } from '#db/client.ts';
import { purgeChannel } from '#db/outbox.ts';
import { purges } from '#db/schema/purge.ts';
import { log } from '#lib/log.ts';
import type { Purge } from '#lib/purge.ts';

/** A purge is written at the start of its transaction and seen at its end: re-reading begins this much earlier. */
const overlapMilliseconds = 120_000;
/** The outbox is kept for a day; who was away for longer cannot know what it missed. */
const longestGapMilliseconds = 12 * 3_600_000;
const beatMilliseconds = 5_000;

interface Listener {
  /** Called once for every purge committed anywhere, in no certain order. */
  readonly onPurge: (purge: Purge) => void;
  /** Called when purges may have been missed that can no longer be read: everything cached is suspect. */
  readonly onGap: () => void;
  /** Told false when purges may not be getting through, and true once what was missed has been read. */
  readonly onTrust: (trusted: boolean) => void;
  /** Epoch milliseconds; injected so that tests own the time. */
  readonly now?: () => number;
}

/**
 * Hears every purge from the database. A notification names one row of the outbox. After a lost connection, and as
 * often as a beat is not echoed or a row could not be read, the rows since the last sign of life are read again, so that
 * none is missed.
 */
export async function listenForPurges(listener: Listener): Promise<{ stop(): Promise<void> }> {
  const { onPurge, onGap, onTrust, now = Date.now } = listener;
  const applied = new Map<number, number>();
  let soundUntil = now();
  let echoed = true;
  let listening = false;
  /** How often something could not be read, and how many of those times the last re-reading has made good. */
  let failures = 0;
  let madeGood = 0;

  async function apply(where: ReturnType<typeof gt>): Promise<void> {
    const rows = await database()
      .select({ id: purges.id, kind: purges.kind, tags: purges.tags })
      .from(purges)
      .where(where);
    for (const { id, kind, tags } of rows) {
      if (!applied.has(id)) onPurge({ kind, tags });
      applied.set(id, now());
    }
  }

  async function catchUp(): Promise<void> {
    const began = now();
    const known = failures;
    if (began - soundUntil > longestGapMilliseconds) onGap();
    const since = Math.max(soundUntil, began - longestGapMilliseconds) - overlapMilliseconds;
    const [clock] = await database().execute<{ skew: number }>(sql`
      select (extract(epoch from now()) * 1000)::float8 - ${began} as skew`);
    await apply(gt(purges.createdAt, new Date(since + (clock?.skew ?? 0))));
    soundUntil = began;
    madeGood = known;
    // What failed to be read meanwhile may be what came too late for this re-reading: the next one fetches it.
    if (madeGood === failures) onTrust(true);
  }

  /** Applying a purge twice does no harm, so what no re-reading will meet again is forgotten. */
  function forgetBefore(moment: number): void {
    for (const [id, seen] of applied) if (seen < moment) applied.delete(id);
  }

  const quietly = (work: () => Promise<void>) => () =>
    work().catch((error: unknown) => {
      onTrust(false);
      failures += 1;
      log.warn({ err: error }, 'the purges could not be read');
    });

  const subscription = await sqlClient().listen(
    purgeChannel,
    (payload) => {
      if (payload === 'beat') {
        echoed = true;
        // The beats of other processes are heard, too: they do not say that what failed here has been read.
        if (madeGood === failures) soundUntil = now() - beatMilliseconds;
      } else {
        void quietly(() => apply(inArray(purges.id, [Number(payload)])))();
      }
    },
    () => {
      if (listening) void quietly(catchUp)();
      listening = true;
    },
  );

  const beat = setInterval(
    quietly(async () => {
      if (!echoed || madeGood < failures) await catchUp();
      forgetBefore(soundUntil - 2 * overlapMilliseconds);
      echoed = false;
      await database().execute(sql`select pg_notify(${purgeChannel}, 'beat')`);
    }),
    beatMilliseconds,
  );
  return {
    async stop() {
      clearInterval(beat);
      await subscription.unlisten();
    },
  };
}
