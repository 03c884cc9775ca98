import 'server-only';
import { and, desc, eq, type SQL, sql } from 'drizzle-orm';
import { database, type Queryable } from '#db/client.ts';
import { revisionBylines, revisions, revisionTags } from '#db/schema/article.ts';
import { type DraftContent, draftContent } from './schema.ts';

/** What a story's newest revision says, as a working copy says it. An empty copy where there is none. */
export async function contentOfNewestRevision(db: Queryable, articleId: string): Promise<DraftContent> {
  return (await read(db, eq(revisions.articleId, articleId))) ?? draftContent.parse({});
}

/** What one revision of a story says, or null where it is no revision of it. */
export function contentOfRevision(
  articleId: string,
  revisionId: string,
  db: Queryable = database(),
): Promise<DraftContent | null> {
  return read(db, and(eq(revisions.articleId, articleId), eq(revisions.id, revisionId)) as SQL);
}

async function read(db: Queryable, which: SQL): Promise<DraftContent | null> {
  const [row] = await db
    .select({
      kind: revisions.kind,
      headline: revisions.headline,
      kicker: revisions.kicker,
      standfirst: revisions.standfirst,
      datelinePlace: revisions.datelinePlace,
      sourceAgency: revisions.sourceAgency,
      sourceUrl: revisions.sourceUrl,
      licence: revisions.licence,
      canonical: revisions.canonical,
      language: revisions.language,
      body: revisions.body,
      slug: revisions.slug,
      sectionId: revisions.sectionId,
      heroAssetId: revisions.heroAssetId,
      tagIds,
      bylineIds,
    })
    .from(revisions)
    .where(which)
    .orderBy(desc(revisions.number))
    .limit(1);
  return row ? draftContent.parse({ ...row, sourceUrl: row.sourceUrl ?? '' }) : null;
}

const tagIds = sql<string[]>`(
  select coalesce(json_agg(t.tag_id order by t.position), '[]') from ${revisionTags} t
  where t.revision_id = ${revisions}.id)`;

const bylineIds = sql<string[]>`(
  select coalesce(json_agg(b.byline_id order by b.position), '[]') from ${revisionBylines} b
  where b.revision_id = ${revisions}.id)`;
