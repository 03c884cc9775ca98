import 'server-only';
import { sqlClient } from '#db/client.ts';
import type { ViewCount } from '#features/view/buffer.ts';

/**
 * Adds views to all that is counted of them (stories' totals and hours, minutes, and the site's hours by source, section
 * and byline), in one statement. What is counted for a story that does not exist or is not public is left out. All who
 * write lock rows in one order, so that instances do not wait in a ring.
 */
export async function recordViews(counts: readonly ViewCount[]): Promise<void> {
  if (counts.length === 0) return;
  await sqlClient()`
    with arrived as materialized (
      select article_id, publication_id, section_id, to_timestamp(minute / 1000) as minute,
        date_trunc('hour', to_timestamp(minute / 1000), 'UTC') as hour, source, human, filtered
      from unnest(
        ${counts.map(({ articleId }) => articleId)}::uuid[],
        ${counts.map(({ minute }) => minute)}::bigint[],
        ${counts.map(({ source }) => source)}::text[],
        ${counts.map(({ human }) => human)}::int[],
        ${counts.map(({ filtered }) => filtered)}::int[]
      ) as arriving (article_id, minute, source, human, filtered)
      join articles_public using (article_id)
    ), totals as (
      insert into view_totals (article_id, human, filtered)
      select article_id, sum(human), sum(filtered) from arrived group by article_id order by article_id
      on conflict (article_id) do update set
        human = view_totals.human + excluded.human, filtered = view_totals.filtered + excluded.filtered
    ), buckets as (
      insert into view_buckets (article_id, hour, human, filtered)
      select article_id, hour, sum(human), sum(filtered) from arrived group by article_id, hour order by article_id, hour
      on conflict (article_id, hour) do update set
        human = view_buckets.human + excluded.human, filtered = view_buckets.filtered + excluded.filtered
    ), minutes as (
      insert into view_minutes (minute, article_id, source, human, filtered)
      select minute, article_id, source, human, filtered from arrived order by minute, article_id, source
      on conflict (minute, article_id, source) do update set
        human = view_minutes.human + excluded.human, filtered = view_minutes.filtered + excluded.filtered
    )
    insert into view_shares (part, hour, key, human, filtered)
    select part, hour, key, sum(human), sum(filtered) from arrived cross join lateral (
      select 'source', source
      union all select 'section', section_id::text
      union all select 'byline', byline_id::text from publication_bylines b where b.publication_id = arrived.publication_id
    ) as shares (part, key)
    group by part, hour, key order by part, hour, key
    on conflict (part, hour, key) do update set
      human = view_shares.human + excluded.human, filtered = view_shares.filtered + excluded.filtered`;
}
