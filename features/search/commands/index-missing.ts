import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { writePurge } from '#db/outbox.ts';
import { indexPublications } from '#features/search/commands/index-publications.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { type Purge, purgeLocally } from '#lib/purge.ts';

const batchSize = 500;

/**
 * Has the search find the publications in force or to come that it does not know, the newest first, a batch a
 * transaction, so that one that ends early goes on where it was. Returns how many there were.
 */
export async function indexMissing(size = batchSize): Promise<number> {
  let count = 0;
  let before = { at: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };
  for (;;) {
    const rows = await missingBefore(before, size);
    const ids = rows.map(({ id }) => id);
    await database().transaction((tx) => indexPublications(tx, ids));
    count += ids.length;
    before = rows.at(-1) ?? before;
    if (ids.length < size) break;
  }
  if (count > 0) await refreshResults();
  return count;
}

/** From the newest on: what was looked through is not looked through again for each batch. */
async function missingBefore({ at, id }: { at: string; id: string }, size: number) {
  return database().execute<{ id: string; at: string }>(sql`
    select p.id, p.first_published_at::text as at
    from publications p
    where (p.first_published_at, p.id) < (${at}::timestamptz, ${id}::uuid)
      and (p.effective_to is null or p.effective_to > now())
      and not exists (select from search_entries e where e.publication_id = p.id)
    order by p.first_published_at desc, p.id desc
    limit ${size}`);
}

async function refreshResults(): Promise<void> {
  const purge: Purge = { kind: 'refresh', tags: [cacheTags.latest] };
  await database().transaction((tx) => writePurge(tx, purge));
  purgeLocally(purge);
}

/** Every night: what has ended is of no use to the search, which asks of all that it finds whether it is public. */
export async function forgetEndedEntries(): Promise<void> {
  await database().execute(sql`
    delete from search_entries e using publications p
    where p.id = e.publication_id and p.effective_to <= now()`);
}
