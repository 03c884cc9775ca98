import { sql } from 'drizzle-orm';
import { database } from './client.ts';

/** Empties the outbox of what every cache has long read. The purge listener counts on a day's worth being there. */
export async function sweepPurges(): Promise<void> {
  await database().execute(sql`delete from purges where created_at < now() - interval '1 day'`);
}

/** Makes the partitions that views of this month and the next two go into. */
export async function ensureViewPartitions(): Promise<void> {
  await database().execute(
    sql`select ensure_view_partitions(current_date, (current_date + interval '2 months')::date)`,
  );
}

const copiesAtOnce = 1000;

/**
 * Removes copies of working words that nobody will want back: of each story the ten youngest stay, and all that were
 * replaced in the last 90 days. Returns how many went.
 */
export async function forgetDraftCopies(): Promise<number> {
  for (let gone = 0; ; ) {
    const [row] = await database().execute<{ count: number }>(
      sql`select forget_draft_copies(${copiesAtOnce}) as count`,
    );
    gone += row?.count ?? 0;
    if ((row?.count ?? 0) < copiesAtOnce) return gone;
  }
}
