import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { type CivilMonth, monthSpan } from '#lib/months.ts';

/**
 * How many public stories these sections have in each span that begins with one of these months, in rising order, and ends
 * with the next, by the clocks of a time zone. Adds up a row a section and month (UTC), and at each edge those of the
 * seconds between the months of the zone and those of UTC: never more, however many stories there are.
 */
export async function countFromMonths(
  sectionIds: readonly string[],
  months: readonly CivilMonth[],
  timeZone: string,
): Promise<number[]> {
  const here = momentsOf(months, timeZone);
  const utc = momentsOf(months, 'UTC');
  // One statement sees one moment: what is added up meanwhile is seen in one of the two tables.
  const rows = await database().execute<{ place: number; stories: number }>(sql`
    with sections_asked as (select unnest(${`{${sectionIds.join()}}`}::uuid[]) as section_id
    ), edges as (
      select place, least(here, utc) as since, greatest(here, utc) as until, here < utc as earlier
      from unnest(${here}::timestamptz[], ${utc}::timestamptz[]) with ordinality as edge (here, utc, place)
      where here <> utc
    ), counted as (
      select width_bucket(since, ${utc}::timestamptz[]) as place, stories
      from sections_asked join archive_counts using (section_id)
      where unit = 'month' and since >= (${utc}::timestamptz[])[1] and since < (${utc}::timestamptz[])[${months.length}]
      union all
      select place - side, case when earlier = (side = 0) then stories else -stories end
      from edges cross join sections_asked cross join lateral (
        select stories from archive_counts c
        where c.section_id = sections_asked.section_id and unit = 'second' and c.since >= edges.since
          and c.since < edges.until
        -- Each edge by itself: together Postgres would read all seconds of the section.
        offset 0) as between_them cross join (values (0), (1)) as sides (side)
      union all
      select width_bucket(since, ${here}::timestamptz[]), stories
      from sections_asked join archive_steps using (section_id)
      where counts_from <= now()
        and since >= (${here}::timestamptz[])[1] and since < (${here}::timestamptz[])[${months.length}]
    )
    select place::int, sum(stories)::int as stories from counted group by 1`);
  const counts = new Map(rows.map(({ place, stories }) => [place, stories]));
  return months.slice(1).map((_, index) => counts.get(index + 1) ?? 0);
}

/** Where the months begin, as Postgres writes an array. */
function momentsOf(months: readonly CivilMonth[], timeZone: string): string {
  return `{${months.map((month) => monthSpan(month, timeZone).from.toISOString()).join()}}`;
}
