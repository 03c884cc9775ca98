import type postgres from 'postgres';
import { writeCursor } from '#features/article/cursor.ts';
import { articleHref, authorHref, tagHref } from '#features/article/href.ts';
import { sectionHref } from '#features/section/model.ts';
import { newsFile, sitemapHref } from '#features/sitemap/model.ts';

/** The addresses of one kind of page, to be asked for in turn. */
export interface Surface {
  readonly paths: readonly string[];
  /**
   * What it has more of on one site than on the other: sitemaps list more addresses where there are more stories, and the
   * newest stories, which feeds have whole, are not of one length, nor are months of one size.
   */
  readonly by?: 'address' | 'kB';
}

const storiesOfAPage = 20;
const differentStories = 50;

/** What readers and machines ask for: stories of all ages, and of each other kind that with the most stories. */
export async function pickSurfaces(sql: postgres.Sql): Promise<Record<string, Surface>> {
  const [section] = await sql<{ id: string; slug: string }[]>`
    select s.id, s.slug from sections s join lateral (
      select count(*) as stories from (select from publications p where p.section_id = s.id limit 200000) few
    ) counted on true order by stories desc, s.id limit 1`;
  if (!section) throw new Error('The site has no section to measure.');
  const [tag] = await sql<{ slug: string }[]>`
    select t.slug from (select tag_id from publication_tags limit 100000) few join tags t on t.id = tag_id
    group by t.id order by count(*) desc, t.id limit 1`;
  const [byline] = await sql<{ handle: string }[]>`
    select b.handle from (select byline_id from publication_bylines limit 100000) few join bylines b on b.id = byline_id
    group by b.id order by count(*) desc, b.id limit 1`;
  const far = await farDown(sql, section.id);
  const list = sectionHref(section.slug);
  const one = (path: string): Surface => ({ paths: [path] });
  return {
    'Cold article': { paths: await storiesOfAllAges(sql) },
    Front: one('/'),
    'Section, page 1': one(list),
    'Section, page 1,000': one(`${list}?before=${far.cursor}`),
    Tag: one(tag ? tagHref(tag.slug) : list),
    Author: one(byline ? authorHref(byline.handle) : list),
    'Years of an archive': one(`${list}/archive`),
    'Months of a year': one(`${list}/archive/${far.month.slice(0, 4)}`),
    // A section of a thousand stories has no month that fills a page.
    'Archive of a month': { paths: [`${list}/archive/${far.month}`], by: 'kB' },
    // Words of so many stories that either site has a full page of them.
    Search: { paths: ['/search?q=compare', '/search?q=nakamura+haddad'] },
    'feed.xml': { paths: ['/feed.xml'], by: 'kB' },
    'Feed of a section': { paths: [`${list}/feed.xml`], by: 'kB' },
    'sitemap.xml': { paths: ['/sitemap.xml'], by: 'address' },
    'Child of the sitemap': { paths: [sitemapHref(`${far.month.replace('/', '-')}.xml`)], by: 'address' },
    // With few stories a day it is their list itself, with many the index of its files.
    'News sitemap': one('/news-sitemap.xml'),
    'File of the news sitemap': { paths: [sitemapHref(newsFile(1))], by: 'address' },
  };
}

/** Stories evenly spread from the oldest to the newest. */
async function storiesOfAllAges(sql: postgres.Sql): Promise<string[]> {
  const rows = await sql<{ slug: string; section: string }[]>`
    with ages as (select min(first_published_at) as oldest, max(first_published_at) as newest from publications)
    select story.slug, story.section from ages, generate_series(0, ${differentStories - 1}) as place,
      lateral (
        select p.slug, s.slug as section from articles_public p join sections s on s.id = p.section_id
        where p.first_published_at >= oldest + (newest - oldest) * (place::float8 / ${differentStories})
        order by p.first_published_at, p.article_id limit 1) as story`;
  return rows.map(({ slug, section }) => articleHref(section, slug));
}

/** Where the thousandth page of a section begins, or its middle where there are fewer. */
async function farDown(sql: postgres.Sql, sectionId: string): Promise<{ cursor: string; month: string }> {
  const [counted] = await sql<{ stories: number }[]>`
    select count(*)::int as stories from (
      select from articles_public where section_id = ${sectionId} limit ${1000 * storiesOfAPage * 2}) few`;
  const offset = Math.min(999 * storiesOfAPage, Math.floor((counted?.stories ?? 0) / 2));
  const [row] = await sql<{ micros: string; id: string; month: string }[]>`
    select (extract(epoch from first_published_at) * 1000000)::bigint::text as micros, article_id as id,
      to_char(first_published_at at time zone 'UTC', 'YYYY/MM') as month
    from articles_public where section_id = ${sectionId}
    order by first_published_at desc, article_id desc offset ${offset} limit 1`;
  if (!row) throw new Error('The section to measure has no story.');
  return { cursor: writeCursor({ micros: row.micros, articleId: row.id }), month: row.month };
}
