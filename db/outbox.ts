import { sql } from 'drizzle-orm';
import type { Purge } from '#lib/purge.ts';
import type { Transaction } from './client.ts';
import { purges } from './schema/purge.ts';

/** The channel on which every page cache hears the id of a purge, when the transaction that wrote it has committed. */
export const purgeChannel = 'broadsheet_purge';

/** Writes a purge into the outbox in the transaction of the change itself, so that neither happens without the other. */
export async function writePurge(transaction: Transaction, purge: Purge): Promise<void> {
  if (purge.tags.length === 0) return;
  const [row] = await transaction
    .insert(purges)
    .values({ kind: purge.kind, tags: [...purge.tags] })
    .returning({ id: purges.id });
  await transaction.execute(sql`select pg_notify(${purgeChannel}, ${String(row?.id)})`);
}
