import 'server-only';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { draftCopies } from '#db/schema/draft.ts';
import { publications } from '#db/schema/publication.ts';
import type { Actor } from '#features/user/actor.ts';
import { readEditedArticle } from './queries.ts';
import { contentOfRevision } from './queries-content.ts';
import { type DraftContent, draftContent } from './schema.ts';

/** A version of a story that can be looked at and restored. Times are ISO 8601. */
export interface Version {
  readonly id: string;
  /** A 'revision' was kept on purpose; a 'copy' is of words that somebody else's took the place of. */
  readonly kind: 'revision' | 'copy';
  /** A revision's number; null for a copy. */
  readonly number: number | null;
  readonly headline: string;
  readonly by: string | null;
  readonly at: string;
  /** Who replaced a copy's words. */
  readonly replacedBy: string | null;
  /** When a revision was public, and until when; null for the end where it still is. */
  readonly publicWhen: readonly { readonly from: string; readonly to: string | null }[];
}

export interface VersionPage {
  readonly versions: readonly Version[];
  /** The version that follows on the next page, if one does. */
  readonly next: Version | null;
}

/**
 * One page of the versions of a story, newest first; from the one after the version `after` on. Throws as
 * `readEditedArticle` does.
 */
export async function listVersions(
  actor: Actor,
  articleId: string,
  after: string | null,
  size = 50,
): Promise<VersionPage> {
  await readEditedArticle(actor, articleId);
  const rows = await readRows(articleId, after, size + 1);
  const windows = await readWindows(rows.map(({ id }) => id));
  const versions = rows.map(({ at, ...row }) => ({
    ...row,
    at: at.toISOString(),
    publicWhen: windows.get(row.id) ?? [],
  }));
  return { versions: versions.slice(0, size), next: versions[size] ?? null };
}

/** What a version says, or null where it is none of this story. */
export async function readVersion(articleId: string, version: Version): Promise<DraftContent | null> {
  if (version.kind === 'revision') return contentOfRevision(articleId, version.id);
  const [copy] = await database()
    .select({ content: draftCopies.content })
    .from(draftCopies)
    .where(and(eq(draftCopies.articleId, articleId), eq(draftCopies.id, version.id)));
  return copy ? draftContent.parse(copy.content) : null;
}

type Row = Omit<Version, 'at' | 'publicWhen'> & { readonly at: Date };

async function readRows(articleId: string, after: string | null, limit: number): Promise<Row[]> {
  const rows = await database().execute<Omit<Row, 'at'> & { at: string }>(sql`
    with versions as (
      select id, 'revision' as kind, number, headline, created_by as by, created_at as at, null::uuid as replaced_by
        from revisions where article_id = ${articleId}
      union all
      select id, 'copy', null, content->>'headline', saved_by, saved_at, replaced_by
        from draft_copies where article_id = ${articleId}
    ), place as (
      select at, id from versions where id = ${after}::uuid
    )
    select v.id, v.kind, v.number, v.headline, writer.name as by, v.at, replacer.name as "replacedBy"
    from versions v
    left join users writer on writer.id = v.by
    left join users replacer on replacer.id = v.replaced_by
    where not exists (select from place) or (v.at, v.id) < (select at, id from place)
    order by v.at desc, v.id desc
    limit ${limit}`);
  return [...rows].map((row) => ({ ...row, at: new Date(row.at) }));
}

async function readWindows(revisionIds: readonly string[]): Promise<Map<string, Version['publicWhen'][number][]>> {
  const rows = await database()
    .select({
      revisionId: publications.revisionId,
      from: publications.effectiveFrom,
      to: publications.effectiveTo,
    })
    .from(publications)
    .where(inArray(publications.revisionId, [...revisionIds]))
    .orderBy(asc(publications.effectiveFrom));
  const windows = new Map<string, { from: string; to: string | null }[]>();
  for (const { revisionId, from, to } of rows) {
    const window = { from: from.toISOString(), to: to?.toISOString() ?? null };
    windows.set(revisionId, [...(windows.get(revisionId) ?? []), window]);
  }
  return windows;
}
