import 'server-only';
import { sqlClient } from '#db/client.ts';
import type { ViewCount } from '#features/view/buffer.ts';

/**
 * Adds views to their hours and to the stories' totals, in one statement. What is counted for a story that does not
 * exist or is not public is left out. All who write lock rows in one order, so that instances do not wait in a ring.
 */
export async function recordViews(counts: readonly ViewCount[]): Promise<void> {
  if (counts.length === 0) return;
  await sqlClient()`
    with arrived as (
      select article_id, to_timestamp(hour / 1000) as hour, human, filtered
      from unnest(
        ${counts.map(({ articleId }) => articleId)}::uuid[],
        ${counts.map(({ hour }) => hour)}::bigint[],
        ${counts.map(({ human }) => human)}::int[],
        ${counts.map(({ filtered }) => filtered)}::int[]
      ) as arriving (article_id, hour, human, filtered)
      join articles on articles.id = article_id and articles.state in ('published', 'archived')
    ), totals as (
      insert into view_totals (article_id, human, filtered)
      select article_id, sum(human), sum(filtered) from arrived group by article_id order by article_id
      on conflict (article_id) do update set
        human = view_totals.human + excluded.human, filtered = view_totals.filtered + excluded.filtered
    )
    insert into view_buckets (article_id, hour, human, filtered)
    select article_id, hour, human, filtered from arrived order by article_id, hour
    on conflict (article_id, hour) do update set
      human = view_buckets.human + excluded.human, filtered = view_buckets.filtered + excluded.filtered`;
}
