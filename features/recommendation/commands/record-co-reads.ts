import 'server-only';
import { sqlClient } from '#db/client.ts';
import type { CoRead } from '#features/recommendation/co-reading.ts';

/**
 * Adds readers to pairs of stories, from either side, in one statement. Pairs of which one does not exist or is not
 * public are left out. All who write lock rows in one order, so that instances do not wait in a ring.
 */
export async function recordCoReads(pairs: readonly CoRead[]): Promise<void> {
  if (pairs.length === 0) return;
  await sqlClient()`
    with arrived as (
      select one, other, sum(readers) as readers
      from unnest(
        ${pairs.map(({ articleId }) => articleId)}::uuid[],
        ${pairs.map(({ otherId }) => otherId)}::uuid[],
        ${pairs.map(({ readers }) => readers)}::int[]
      ) as pair (a, b, readers)
      cross join lateral (values (a, b), (b, a)) as side (one, other)
      join articles on articles.id = one and articles.state = 'published'
      join articles others on others.id = other and others.state = 'published'
      group by one, other
    )
    insert into co_reads (article_id, other_id, readers, last_on)
    select one, other, readers, (now() at time zone 'UTC')::date from arrived order by one, other
    on conflict (article_id, other_id) do update set
      readers = co_reads.readers + excluded.readers, last_on = excluded.last_on`;
}

/** Forgets pairs that nobody added to for thirty days. */
export async function forgetCoReads(): Promise<void> {
  await sqlClient()`delete from co_reads where last_on < (now() at time zone 'UTC')::date - 30`;
}
