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
