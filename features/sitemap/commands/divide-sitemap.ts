import 'server-only';
import { sql } from 'drizzle-orm';
import { database, type Transaction } from '#db/client.ts';
import { writePurge } from '#db/outbox.ts';
import { partSize } from '#features/sitemap/model.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { type Purge, purgeLocally } from '#lib/purge.ts';

/**
 * Divides the months that have become too crowded for one child of the sitemap, and those whose parts are too many or too
 * few by now. A part holds fewer than twice `size` publications then. Returns how many months were divided anew.
 */
export async function divideSitemap(size = partSize): Promise<number> {
  const { months, purge } = await database().transaction(async (tx) => {
    // One at a time: two would write the same rows.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('divide-sitemap'))`);
    const months = await ill(tx, size);
    for (const month of months) await divide(tx, month, size);
    const purge: Purge = { kind: 'refresh', tags: months.length > 0 ? [cacheTags.sitemap] : [] };
    await writePurge(tx, purge);
    return { months, purge };
  });
  purgeLocally(purge);
  return months.length;
}

/** The months whose number of parts is not what their publications, past and planned ones among them, ask for. */
async function ill(tx: Transaction, size: number): Promise<string[]> {
  const rows = await tx.execute<{ month: string }>(sql`
    with counted as (
      select date_trunc('month', first_published_at at time zone 'UTC') as month, count(*) as publications
      from publications group by 1
    ), divided as (
      select month, max(part) as parts from sitemap_parts group by month
    )
    select coalesce(counted.month::date, divided.month)::text as month
    from counted full join divided on divided.month = counted.month::date
    where ceil(coalesce(counted.publications, 1)::numeric / ${size}::int) <> coalesce(divided.parts, 1)
    order by 1`);
  return rows.map(({ month }) => month);
}

async function divide(tx: Transaction, month: string, size: number): Promise<void> {
  await tx.execute(sql`delete from sitemap_parts where month = ${month}::date`);
  await tx.execute(sql`
    insert into sitemap_parts (month, part, since, since_article)
    select ${month}::date, (place - 1) / ${size}::int + 1, first_published_at, article_id
    from (
      select first_published_at, article_id, row_number() over (order by first_published_at, article_id) as place
      from publications
      where first_published_at >= ${month}::timestamp at time zone 'UTC'
        and first_published_at < (${month}::timestamp + interval '1 month') at time zone 'UTC'
    ) placed
    where place > 1 and (place - 1) % ${size}::int = 0`);
}
