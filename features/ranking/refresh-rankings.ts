import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { readSettings } from '#features/settings/queries.ts';
import { type RankingSpan, rankingSpans } from '#lib/vocabulary.ts';
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
  const of = rankingSpans.map((span) => columnsOf(span, rankingHalfLife));
  const counts = sql.join(
    of.map(({ counted }) => counted),
    sql`, `,
  );
  const most = sql.join(
    of.map(({ foremost }) => foremost),
    sql` union all `,
  );
  const [row] = await database().transaction(async (tx) => {
    // The counts of a hundred thousand stories fit into this memory; else they go over the disk.
    await tx.execute(sql`set local work_mem = '64MB'`);
    // One at a time: two would write the same places.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('refresh-rankings'))`);
    return tx.execute<{ places: number }>(sql`
      with recursive branch (section_id, ancestor_id) as (
        select id, id from sections
        union select branch.section_id, parent_id from branch join sections on id = ancestor_id where parent_id is not null
      ), bucket as (
        select article_id, human, date_part('epoch', (select date_trunc('hour', now())) - hour) / 3600 as hours_ago
        from view_buckets where human > 0 and hour > now() - make_interval(hours => ${spanHours.week}) offset 0
      ), aged as (
        select article_id, human, hours_ago, greatest(hours_ago - 0.5 + (
          select date_part('epoch', now() - date_trunc('hour', now())) / 3600), 0) as age
        from bucket offset 0
      ), counted as materialized (
        select article_id, ${counts} from aged group by article_id
      ), foremost as (
        ${most}
      ), shown as materialized (
        select article_id, section_id, first_published_at from articles_public
        where article_id = any (array(select distinct article_id from foremost)) and not archived
      ), placed as (
        select scope.section_id, span, article_id, views,
          row_number() over (
            partition by scope.section_id, span order by score desc, first_published_at desc, article_id
          )::int as position
        from foremost join shown p using (article_id)
        cross join lateral (
          select null::uuid as section_id union all select ancestor_id from branch where branch.section_id = p.section_id
        ) as scope
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

/** What is counted of each story for a span, and the most read by it. All spans are added up in one pass. */
function columnsOf(span: RankingSpan, halfLifeOfDay: number): { counted: SQL; foremost: SQL } {
  const [views, score] = [sql.identifier(`views_${span}`), sql.identifier(`score_${span}`)];
  const within = sql`filter (where hours_ago < ${spanHours[span]}::int)`;
  const decay = sql`exp(age * ln(0.5::float8) / ${halfLifeOf(span, halfLifeOfDay)}::float8)`;
  return {
    counted: sql`(sum(human) ${within})::int as ${views}, sum(human * ${decay}) ${within} as ${score}`,
    foremost: sql`(
      select ${span}::text as span, article_id, ${views} as views, ${score} as score from counted
      where ${views} > 0 order by ${score} desc, article_id limit ${mostLookedAt})`,
  };
}
