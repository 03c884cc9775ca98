import 'server-only';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { articles } from '#db/schema/article.ts';
import { articlesPublic } from '#db/schema/publication.ts';
import { users } from '#db/schema/user.ts';
import { viewTotals } from '#db/schema/view.ts';
import { articleHref } from '#features/article/href.ts';
import type { DeskListRow } from '#features/article/model-desk-list.ts';
import { canArticle } from '#features/article/policy.ts';
import { editorsOf } from '#features/draft/queries-presence.ts';
import { readSections } from '#features/section/queries.ts';
import type { UserActor } from '#features/user/actor.ts';
import { standingBy } from './queries-standing.ts';

/** What the desk's lists say of these stories, in the order of the ids. */
export async function deskListRows(actor: UserActor, ids: readonly string[]): Promise<DeskListRow[]> {
  if (ids.length === 0) return [];
  const [rows, editors, sections] = await Promise.all([readRows(ids), editorsOf(ids), readSections()]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    const { headline, standing, publicFrom, changedAt, newerWords, views, createdBy } = row;
    const publicSection = sections.withId(row.publicSectionId ?? '');
    return {
      ...{ id, headline, standing, publicFrom, changedAt, newerWords, views },
      section: sections.withId(row.sectionId ?? '')?.name ?? null,
      writers: row.bylines ?? row.creator,
      href: publicSection && row.publicSlug ? articleHref(publicSection.slug, row.publicSlug) : null,
      editable: canArticle(actor, 'edit', { createdBy }),
      editors: (editors.get(id) ?? []).filter((editor) => editor.id !== actor.id),
    };
  });
}

function readRows(ids: readonly string[]) {
  return database()
    .select({
      id: articles.id,
      headline: articles.headline,
      sectionId: articles.sectionId,
      createdBy: articles.createdBy,
      creator: users.name,
      changedAt: articles.changedAt,
      views: sql<number>`coalesce(${viewTotals.human}, 0)`.mapWith(Number),
      publicSlug: articlesPublic.slug,
      publicSectionId: articlesPublic.sectionId,
      ...{ standing, publicFrom, newerWords, bylines },
    })
    .from(articles)
    .leftJoin(users, eq(users.id, articles.createdBy))
    .leftJoin(viewTotals, eq(viewTotals.articleId, articles.id))
    .leftJoin(articlesPublic, eq(articlesPublic.articleId, articles.id))
    .where(and(inArray(articles.id, [...ids])));
}

const standing = standingBy(sql`${articlesPublic.articleId} is not null`);

/** What waits for the clock counts from its own time or from its embargo's end, whichever is later. */
const publicFrom = sql<Date | null>`coalesce(${articlesPublic.firstPublishedAt}, (
  select min(greatest(p.effective_from, p.embargo_until)) from publications p
  where p.article_id = ${articles.id} and ${articles.state} in ('published', 'archived')
    and greatest(p.effective_from, p.embargo_until) > now()))`.mapWith(articlesPublic.firstPublishedAt);

/** Words typed since the newest revision, or a newest revision that no publication shows. */
const newerWords = sql<boolean>`${articles.state} in ('published', 'archived') and (
  exists (select from article_drafts d where d.article_id = ${articles.id} and d.revision_id is null)
  or not exists (select from publications p where p.revision_id = (
    select r.id from revisions r where r.article_id = ${articles.id} order by r.number desc limit 1)))`;

const bylines = sql<string | null>`(
  select string_agg(b.name, ', ' order by rb.position) from revision_bylines rb join bylines b on b.id = rb.byline_id
  where rb.revision_id = (
    select r.id from revisions r where r.article_id = ${articles.id} order by r.number desc limit 1))`;
