import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '#db/client.ts';

/**
 * Adds what has changed in the archives by now to their counts, so that there is little to read beside them. Who reads
 * sees the same before and after. Returns how many changes there were.
 */
export async function addUpArchives(): Promise<number> {
  return await database().transaction(async (tx) => {
    // One at a time: two would write the same rows.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('add-up-archives'))`);
    const [row] = await tx.execute<{ steps: number }>(sql`
      with due as (
        delete from archive_steps where counts_from <= now() returning section_id, since, stories
      ), dated as (
        select *, date_trunc('month', since at time zone 'UTC') as month from due
      ), counted as (
        select section_id, 'month' as unit, month at time zone 'UTC' as since, stories from dated
        union all
        select section_id, 'second', since, stories from dated
        where since <> (month + interval '1 day') at time zone 'UTC'
      ), added as (
        insert into archive_counts (section_id, unit, since, stories)
        select section_id, unit, since, sum(stories) from counted group by 1, 2, 3 having sum(stories) <> 0
        on conflict (section_id, unit, since) do update set stories = archive_counts.stories + excluded.stories
      )
      select count(*)::int as steps from due`);
    await tx.execute(sql`delete from archive_counts where stories = 0`);
    return row?.steps ?? 0;
  });
}
