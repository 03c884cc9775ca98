import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { readSettings } from '#features/settings/queries.ts';
import { rankingSpans } from '#lib/vocabulary.ts';
import { halfLifeOf, spanHours } from './model.ts';

/** How far down each ranking goes, which is further than any list shows. */
const depth = 50;
/** So many of the most read stories of a span are looked at; what is below them leads no section that is read. */
const mostLookedAt = 10_000;

/**
 * Works out what people read most, for the site and each section with those under it, over each span, from the hourly
 * counts. A view counts the less the longer ago it was, half after the half-life (exponential decay); the middle of its
 * hour is its time. Writes only what has changed, in one statement. Returns how many places did.
 */
export async function refreshRankings(): Promise<number> {
  const { rankingHalfLife } = await readSettings();
  const spans = sql.join(
    rankingSpans.map((span) => sql`(${span}, ${spanHours[span]}::int, ${halfLifeOf(span, rankingHalfLife)}::float8)`),
    sql`, `,
  );
  const [row] = await database().transaction(async (tx) => {
    // One at a time: two would write the same places.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('refresh-rankings'))`);
    return tx.execute<{ places: number }>(sql`
      with recursive spans (span, hours, half_life) as (values ${spans}), branch (section_id, ancestor_id) as (
        select id, id from sections
        union select branch.section_id, parent_id from branch join sections on id = ancestor_id where parent_id is not null
      ), counted as materialized (
        select article_id, span, sum(human)::int as views,
          sum(human * power(0.5, greatest(extract(epoch from now() - hour) / 3600 - 0.5, 0) / half_life)) as score
        from view_buckets join spans on hour > date_trunc('hour', now()) - make_interval(hours => hours)
        where human > 0 and hour > now() - make_interval(hours => ${spanHours.week})
        group by article_id, span
      ), foremost as (
        select * from (select *, row_number() over (partition by span order by score desc, article_id) as rank from counted)
        where rank <= ${mostLookedAt}
      ), placed as (
        select scope.section_id, span, article_id, views,
          row_number() over (
            partition by scope.section_id, span order by score desc, first_published_at desc, article_id
          )::int as position
        from foremost join articles_public p using (article_id)
        cross join lateral (
          select null::uuid as section_id union all select ancestor_id from branch where branch.section_id = p.section_id
        ) as scope
        where not p.archived
      ), fresh as (
        select * from placed where position <= ${depth}
      ), gone as (
        delete from rankings r where not exists (
          select from fresh f
          where f.section_id is not distinct from r.section_id and f.span = r.span and f.position = r.position
        ) returning 1
      ), written as (
        insert into rankings (section_id, span, position, article_id, views)
        select section_id, span, position, article_id, views from fresh
        on conflict (section_id, span, position) do update set article_id = excluded.article_id, views = excluded.views
        where (rankings.article_id, rankings.views) is distinct from (excluded.article_id, excluded.views)
        returning 1
      )
      select ((select count(*) from gone) + (select count(*) from written))::int as places`);
  });
  return row?.places ?? 0;
}
