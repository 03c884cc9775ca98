import 'server-only';
import { desc, lt } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { pings } from '#db/schema/ping.ts';
import type { PingLine } from '#features/ping/dto.ts';
import type { PingsQuery } from '#features/ping/schema.ts';

/** One page of what was told outside, the last first, by keyset on the id (which begins with the time). */
export async function listPings(
  { before }: PingsQuery,
  size = 50,
): Promise<{ lines: PingLine[]; before: string | null }> {
  const rows = await database()
    .select({
      id: pings.id,
      channel: pings.channel,
      endpoint: pings.endpoint,
      state: pings.state,
      count: pings.count,
      accepted: pings.accepted,
      attempts: pings.attempts,
      status: pings.status,
      problem: pings.problem,
      openedAt: pings.openedAt,
      answeredAt: pings.answeredAt,
    })
    .from(pings)
    .where(before ? lt(pings.id, before) : undefined)
    .orderBy(desc(pings.id))
    .limit(size + 1);
  const lines = rows
    .slice(0, size)
    .map(({ endpoint, ...line }) => ({ ...line, host: URL.parse(endpoint)?.host ?? endpoint }));
  return { lines, before: rows.length > size ? (lines.at(-1)?.id ?? null) : null };
}
