import type postgres from 'postgres';
import { writeCursor } from '#features/article/cursor.ts';
import { articleHref, authorHref, tagHref } from '#features/article/href.ts';
import { sectionHref } from '#features/section/model.ts';
import { sitemapHref } from '#features/sitemap/model.ts';

/** The addresses of one kind of page, to be asked for in turn. */
export type Surfaces = Record<string, readonly string[]>;

const storiesOfAPage = 20;

/** What readers and machines ask for, of each kind that with the most stories. */
export async function pickSurfaces(sql: postgres.Sql): Promise<Surfaces> {
  const [section] = await sql<{ id: string; slug: string }[]>`
    select s.id, s.slug from sections s join lateral (
      select count(*) as stories from (select from publications p where p.section_id = s.id limit 20000) few
    ) counted on true order by stories desc, s.id limit 1`;
  if (!section) throw new Error('The site has no section to measure.');
  const stories = await sql<{ slug: string }[]>`
    select slug from articles_public where section_id = ${section.id} order by first_published_at desc limit 40`;
  const [tag] = await sql<{ slug: string }[]>`
    select t.slug from (select tag_id from publication_tags limit 100000) few join tags t on t.id = tag_id
    group by t.id order by count(*) desc, t.id limit 1`;
  const [byline] = await sql<{ handle: string }[]>`
    select b.handle from (select byline_id from publication_bylines limit 100000) few join bylines b on b.id = byline_id
    group by b.id order by count(*) desc, b.id limit 1`;
  const far = await farDown(sql, section.id);
  const list = sectionHref(section.slug);
  return {
    article: stories.map(({ slug }) => articleHref(section.slug, slug)),
    front: ['/'],
    'section, page 1': [list],
    'section, far down': [far ? `${list}?before=${far.cursor}` : list],
    tag: [tag ? tagHref(tag.slug) : list],
    author: [byline ? authorHref(byline.handle) : list],
    'archive of a month': [far ? `${list}/archive/${far.month}` : `${list}/archive`],
    search: ['/search?q=harbour', '/search?q=government+plans'],
    'feed.xml': ['/feed.xml'],
    'sitemap.xml': ['/sitemap.xml'],
    'child of the sitemap': [far ? sitemapHref(`${far.month.replace('/', '-')}.xml`) : '/sitemap.xml'],
  };
}

/** Where the thousandth page of a section begins, or its middle where there are fewer. */
async function farDown(sql: postgres.Sql, sectionId: string): Promise<{ cursor: string; month: string } | undefined> {
  const [counted] = await sql<{ stories: number }[]>`
    select count(*)::int as stories from (
      select from articles_public where section_id = ${sectionId} limit ${1000 * storiesOfAPage * 2}) few`;
  const offset = Math.min(1000 * storiesOfAPage, Math.floor((counted?.stories ?? 0) / 2));
  const [row] = await sql<{ micros: string; id: string; month: string }[]>`
    select (extract(epoch from first_published_at) * 1000000)::bigint::text as micros, article_id as id,
      to_char(first_published_at at time zone 'UTC', 'YYYY/MM') as month
    from articles_public where section_id = ${sectionId}
    order by first_published_at desc, article_id desc offset ${offset} limit 1`;
  return row && { cursor: writeCursor({ micros: row.micros, articleId: row.id }), month: row.month };
}
