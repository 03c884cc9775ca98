import 'server-only';
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { articlesPublic } from '#db/schema/publication.ts';
import { sitemapParts } from '#db/schema/sitemap.ts';
import { recordNextChange } from '#features/article/clock.ts';
import type { SitemapPart } from '#features/sitemap/model.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { monthSpan, parseMonth } from '#lib/months.ts';
import { recordLastModified, recordTags } from '#lib/trace.ts';

/**
 * The children that have stories, oldest first, each with the moment at which a story of its month last came in or
 * changed; parts of one month share it, since what comes into one moves the others along. A look into an index a month
 * and one a part, however many stories there are.
 */
export async function listParts(): Promise<(SitemapPart & { changedAt: Date })[]> {
  recordTags(cacheTags.latest, cacheTags.sitemap);
  await recordNextChange();
  const rows = await database().execute<{ month: string; part: number; changedAt: string }>(sql`
    with recursive months as (
      (select ${monthOf('publications')} as month from publications order by 1 limit 1)
      union all
      select (select ${monthOf('publications')} from publications
        where ${monthOf('publications')} > months.month order by 1 limit 1)
      from months where months.month is not null
    ), changed as (
      select months.month, newest.effective_from as changed_at
      from months cross join lateral (
        select p.effective_from from articles_public p
        where ${monthOf('p')} = months.month and p.canonical = 'self' order by p.effective_from desc limit 1) newest
    ), starts as (
      select month, 1 as part, month at time zone 'UTC' as since, ${firstId} as since_article from changed
      union all
      select changed.month, s.part, s.since, s.since_article
      from changed join sitemap_parts s on s.month = changed.month::date
    ), spans as (
      select *,
        lead(since, 1, (month + interval '1 month') at time zone 'UTC') over within as until,
        lead(since_article, 1, ${firstId}) over within as until_article
      from starts window within as (partition by month order by part)
    )
    select to_char(spans.month, 'YYYY-MM') as month, spans.part, changed.changed_at::text as "changedAt"
    from spans join changed on changed.month = spans.month cross join lateral (
      select from articles_public p
      where (p.first_published_at, p.article_id) >= (spans.since, spans.since_article)
        and (p.first_published_at, p.article_id) < (spans.until, spans.until_article) and p.canonical = 'self'
      order by p.first_published_at, p.article_id limit 1) there
    order by spans.month, spans.part`);
  return rows.map(({ month, part, changedAt: text }) => {
    const changedAt = new Date(text);
    recordLastModified(changedAt);
    return { month, part, changedAt };
  });
}

/** Where a part begins and what it ends before, in the order of (date of first publication, id); null where it is none. */
export async function boundsOf({ month, part }: SitemapPart): Promise<SQL | null> {
  recordTags(cacheTags.latest, cacheTags.sitemap);
  const civilMonth = parseMonth(month);
  if (!civilMonth) return null;
  const starts = await database()
    .select({
      part: sitemapParts.part,
      place: sql<string>`${sitemapParts.since}::text`,
      id: sitemapParts.sinceArticle,
    })
    .from(sitemapParts)
    .where(and(eq(sitemapParts.month, `${month}-01`), inArray(sitemapParts.part, [part, part + 1])));
  const { from, to } = monthSpan(civilMonth, 'UTC');
  const first = part === 1 ? { place: from.toISOString(), id: smallestId } : starts.find((row) => row.part === part);
  const end = starts.find((row) => row.part === part + 1) ?? { place: to.toISOString(), id: smallestId };
  const { firstPublishedAt: date, articleId } = articlesPublic;
  // From the pairs alone Postgres guesses a quarter of all stories; the dates tell it how few they are.
  return first
    ? sql`(${date}, ${articleId}) >= ${edge(first)} and (${date}, ${articleId}) < ${edge(end)}
    and ${date} between ${first.place}::timestamptz and ${end.place}::timestamptz`
    : null;
}

/** The month (UTC) in which a story was first published, just as the index publications_month has it. */
const monthOf = (table: 'publications' | 'p'): SQL =>
  sql`date_trunc('month', ${sql.raw(table)}.first_published_at at time zone 'UTC')`;

/** No story has a smaller id. */
const smallestId = '00000000-0000-0000-0000-000000000000';
const firstId = sql.raw(`'${smallestId}'::uuid`);

const edge = ({ place, id }: { place: string; id: string }): SQL => sql`(${place}::timestamptz, ${id}::uuid)`;
