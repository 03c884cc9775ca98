import 'server-only';
import { lt, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { viewMinutes } from '#db/schema/view.ts';

/** Forgets views by minute after an hour; they stay in the counts by hour. */
export async function forgetViewMinutes(): Promise<void> {
  await database().delete(viewMinutes).where(lt(viewMinutes.minute, sql`now() - interval '1 hour'`));
}
