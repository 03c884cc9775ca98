import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { cardsById } from '#features/article/cards.ts';
import type { RankedCard } from '#features/article/dto.ts';
import { listArticles } from '#features/article/lists.ts';
import { distinctStories } from '#features/ranking/model.ts';
import { recordValidUntil } from '#lib/trace.ts';

/** For how long a ranking on a page that nobody purged is taken as today's. */
const holdsForMilliseconds = 5 * 60_000;

/** More candidates than are shown, since some are the story itself, told twice or no longer on fronts. */
const spare = 3;

/**
 * What people read most in the last 24 hours, best first; with fewer such stories than asked for, the newest follow,
 * with 0 views. Never the story `except`, never one headline twice.
 */
export async function readRanking(size: number, except?: string): Promise<RankedCard[]> {
  recordValidUntil(new Date(Date.now() + holdsForMilliseconds));
  const rows = await database().execute<{ id: string; views: number }>(sql`
    select p.article_id as id, b.views
    from (
      select article_id, sum(human)::int as views from view_buckets
      where hour > now() - interval '24 hours' group by article_id having sum(human) > 0
    ) b
    join articles_public p on p.article_id = b.article_id and not p.archived
    order by b.views desc, p.first_published_at desc, p.article_id
    limit ${size * spare}`);
  const views = new Map(rows.map((row) => [row.id, row.views]));
  const read = await cardsById([...views.keys()]);
  const newest = views.size < size + 1 ? (await listArticles({ of: 'site' }, { size: size * spare })).cards : [];
  return distinctStories([...read, ...newest], except ? [except] : [])
    .slice(0, size)
    .map((card) => ({ card, views: views.get(card.id) ?? 0 }));
}
