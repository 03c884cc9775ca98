import 'server-only';
import { lt, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { pings } from '#db/schema/ping.ts';

/** Removes what was told more than a month ago. */
export async function forgetPings(): Promise<void> {
  await database().delete(pings).where(lt(pings.openedAt, sql`now() - interval '1 month'`));
}
