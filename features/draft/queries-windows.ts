import 'server-only';
import { asc, eq, sql } from 'drizzle-orm';
import { database, type Queryable } from '#db/client.ts';
import { revisions } from '#db/schema/article.ts';
import { publications } from '#db/schema/publication.ts';
import { sections } from '#db/schema/section.ts';
import { articleHref } from '#features/article/href.ts';
import type { EditedArticle, PublicWindow } from './dto.ts';

type Window = PublicWindow & { readonly standing: 'past' | 'in force' | 'embargoed' | 'future' };

/** When which version of a story is public now and next, and the slug that it had last. */
export async function readWindows(
  articleId: string,
  db: Queryable = database(),
): Promise<Pick<EditedArticle, 'publicNow' | 'publicNext' | 'wasPublic' | 'formerSlug'>> {
  const { effectiveFrom, effectiveTo, embargoUntil } = publications;
  const rows = await db
    .select({
      section: sections.slug,
      slug: publications.slug,
      revision: revisions.number,
      effectiveFrom,
      effectiveTo,
      embargoUntil,
      standing: sql<Window['standing']>`case when ${effectiveFrom} > now() then 'future'
        when ${effectiveTo} <= now() then 'past' when ${embargoUntil} > now() then 'embargoed' else 'in force' end`,
    })
    .from(publications)
    .innerJoin(revisions, eq(revisions.id, publications.revisionId))
    .innerJoin(sections, eq(sections.id, publications.sectionId))
    .where(eq(publications.articleId, articleId))
    .orderBy(asc(effectiveFrom));
  const windows = rows.map(
    (row): Window => ({
      href: articleHref(row.section, row.slug),
      slug: row.slug,
      revision: row.revision,
      from: row.effectiveFrom.toISOString(),
      to: row.effectiveTo?.toISOString() ?? null,
      embargoUntil: row.embargoUntil?.toISOString() ?? null,
      standing: row.standing,
    }),
  );
  const started = windows.filter(({ standing }) => standing !== 'future');
  return {
    publicNow: windows.find(({ standing }) => standing === 'in force') ?? null,
    publicNext: windows.find(({ standing }) => standing === 'embargoed' || standing === 'future') ?? null,
    wasPublic: windows.some(({ standing }) => standing === 'past' || standing === 'in force'),
    formerSlug: (started.at(-1) ?? windows.at(-1))?.slug ?? null,
  };
}
