import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { canArticle } from '#features/article/policy.ts';
import type { Actor } from '#features/user/actor.ts';
import { Refusal } from '#lib/errors.ts';
import { hoursCompared, type StoryAnalytics, type StoryHour } from './model.ts';
import { rowsOf } from './rows-of.ts';

/** The latest stories of a section with which one is compared, and how few are too few to say what is usual. */
const peersAtMost = 100;
const peersAtLeast = 5;

/**
 * How a story is read: in all, and in each hour since it became public, beside the median of the stories that its section
 * published last and that are at least as old as what is compared. For whoever may write in the story. Throws
 * 'forbidden', and 'not_found' for what there is not.
 */
export async function readStoryAnalytics(actor: Actor, articleId: string): Promise<StoryAnalytics> {
  const story = z.uuid().safeParse(articleId).success ? await readStory(articleId) : undefined;
  if (!story) throw new Refusal('not_found', 'There is no such article.');
  const { createdBy, publicSectionId, publicFrom, human, filtered, ...told } = story;
  if (!canArticle(actor, 'edit', { createdBy })) {
    throw new Refusal('forbidden', 'Only those who may write in a story see how it is read.');
  }
  const began = publicFrom === null ? null : new Date(publicFrom);
  const [hours, medians] = await Promise.all([
    began ? readHours(articleId, began) : [],
    publicSectionId ? readMedians(articleId, publicSectionId) : { compared: 0, medians: [] },
  ]);
  return {
    ...told,
    publicFrom: began,
    total: { human, filtered },
    hours: hours.map((hour, index) => ({ ...hour, median: medians.medians[index] ?? null })),
    compared: medians.compared,
  };
}

interface StoryRow extends Pick<StoryAnalytics, 'id' | 'headline' | 'section' | 'votes'> {
  readonly createdBy: string | null;
  /** Of the publication that is or was the last. */
  readonly publicSectionId: string | null;
  /** Epoch milliseconds. */
  readonly publicFrom: number | null;
  readonly human: number;
  readonly filtered: number;
}

async function readStory(articleId: string): Promise<StoryRow | undefined> {
  const [row] = await rowsOf<StoryRow>(sql`
    select a.id, a.headline, s.name as section, a.created_by as "createdBy",
      coalesce(p.section_id, (
        select section_id from publications where article_id = a.id order by effective_from desc, id desc limit 1
      )) as "publicSectionId",
      (select extract(epoch from min(greatest(effective_from, embargo_until)))::float8 * 1000 from publications
       where article_id = a.id and greatest(effective_from, embargo_until) <= now()
         and greatest(effective_from, embargo_until) < coalesce(effective_to, 'infinity')) as "publicFrom",
      coalesce(v.human, 0)::float8 as human, coalesce(v.filtered, 0)::float8 as filtered,
      coalesce(t.votes + t.imported_votes, 0) as votes
    from articles a left join sections s on s.id = a.section_id
    left join articles_public p on p.article_id = a.id
    left join view_totals v on v.article_id = a.id left join tallies t on t.article_id = a.id
    where a.id = ${articleId}`);
  return row;
}

/** The hours since the story became public, each with its views. */
async function readHours(articleId: string, began: Date): Promise<Omit<StoryHour, 'median'>[]> {
  return await rowsOf<Omit<StoryHour, 'median'>>(sql`
    with span as (select date_trunc('hour', ${began.toISOString()}::timestamptz, 'UTC') as began)
    select since as hour, case when began + since * interval '1 hour' <= now() then coalesce(human, 0) end as human,
      case when began + since * interval '1 hour' <= now() then coalesce(filtered, 0) end as filtered
    from span cross join generate_series(0, ${hoursCompared - 1}) as since
    left join view_buckets on article_id = ${articleId} and hour = began + since * interval '1 hour'
    order by since`);
}

async function readMedians(
  articleId: string,
  sectionId: string,
): Promise<{ compared: number; medians: readonly number[] }> {
  const rows = await rowsOf<{ median: number; compared: number }>(sql`
    with latest as materialized (
      select article_id from articles_public
      where section_id = ${sectionId} and article_id <> ${articleId}
        and first_published_at <= now() - make_interval(hours => ${hoursCompared})
      order by first_published_at desc, article_id desc limit ${peersAtMost}
    ), peers as materialized (
      select article_id, began from latest cross join lateral (
        select date_trunc('hour', min(greatest(effective_from, embargo_until)), 'UTC') as began from publications p
        where p.article_id = latest.article_id
      ) as publication where began <= now() - make_interval(hours => ${hoursCompared})
    ), read as (
      select article_id, (extract(epoch from b.hour - began) / 3600)::int as hour, b.human
      from peers join view_buckets b using (article_id)
      where b.hour >= began and b.hour < began + make_interval(hours => ${hoursCompared})
    )
    select percentile_cont(0.5) within group (order by coalesce(human, 0)) as median, count(*)::int as compared
    from generate_series(0, ${hoursCompared - 1}) as since (hour) cross join peers left join read using (article_id, hour)
    group by hour order by hour`);
  const compared = rows[0]?.compared ?? 0;
  if (compared < peersAtLeast) return { compared: 0, medians: [] };
  return { compared, medians: rows.map(({ median }) => median) };
}
