import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { keptRead } from '#lib/kept-reads.ts';
import { recordValidUntil } from '#lib/trace.ts';

/**
 * Writes down in the trace until when lists hold: the next moment at which a publication begins or ends, an embargo
 * passes or a pin does, anywhere on the site. Whoever changes such a moment purges the lists that it concerns.
 */
export const recordNextChange = keptRead('next change', async (): Promise<void> => {
  const [row] = await database().execute<{ next: string | null }>(sql`
    select least(
      (select min(effective_from) from publications where effective_from > now()),
      (select min(effective_to) from publications where effective_to > now()),
      (select min(embargo_until) from publications where embargo_until > now()),
      (select min(starts_at) from pins where starts_at > now()),
      (select min(ends_at) from pins where ends_at > now()))::text as next`);
  recordValidUntil(row?.next ? new Date(row.next) : null);
});

/** For how long a list beside a story is taken as today's, where nothing that it shows was changed. */
const holdsForMilliseconds = 5 * 60_000;

/** Says that what is shown holds for some minutes only: nobody is told when it changes. */
export function recordForMinutes(): void {
  recordValidUntil(new Date(Date.now() + holdsForMilliseconds));
}
