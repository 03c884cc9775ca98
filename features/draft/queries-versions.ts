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
  /** How many copies of one person's words, replaced in one sitting, stand in this line, of which it is the last. */
  readonly times: number;
  /** When the first of them was saved. */
  readonly since: string;
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

export interface VersionsAsked {
  /** The version after which the page begins. */
  readonly after: string | null;
  /** Whether every copy has a line of its own, also those of one sitting. */
  readonly each: boolean;
}

/**
 * One page of the versions of a story, newest first. Copies of one person's words with no version kept among them, and
 * less than half an hour between one and the next, are of one sitting. Throws as `readEditedArticle` does.
 */
export async function listVersions(
  actor: Actor,
  articleId: string,
  asked: VersionsAsked,
  size = 50,
): Promise<VersionPage> {
  await readEditedArticle(actor, articleId);
  const rows = await readRows(articleId, asked, size + 1);
  const windows = await readWindows(rows.map(({ id }) => id));
  const versions = rows.map(({ at, since, ...row }) => ({
    ...row,
    at: at.toISOString(),
    since: since.toISOString(),
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

type Row = Omit<Version, 'at' | 'since' | 'publicWhen'> & { readonly at: Date; readonly since: Date };

async function readRows(articleId: string, { after, each }: VersionsAsked, limit: number): Promise<Row[]> {
  const rows = await database().execute<Omit<Row, 'at' | 'since'> & { at: string; since: string }>(sql`
    with versions as (
      select id, 'revision' as kind, number, headline, created_by as by, created_at as at, null::uuid as replaced_by
        from revisions where article_id = ${articleId}
      union all
      select id, 'copy', null, content->>'headline', saved_by, saved_at, replaced_by
        from draft_copies where article_id = ${articleId}
    ), kept as (
      select *, count(*) filter (where kind = 'revision') over (order by at, id) as revisions from versions
    ), apart as (
      select *, coalesce(at - lag(at) over (partition by kind, by, revisions order by at, id) > interval '30 minutes',
        false) or ${each} as begins from kept
    ), seated as (
      select *, count(*) filter (where begins) over (partition by kind, by, revisions order by at, id) as sitting from apart
    ), lines as (
      select *, (count(*) over sitting)::int as times, min(at) over sitting as since,
        row_number() over (sitting order by at desc, id desc) as place
      from seated window sitting as (partition by kind, by, revisions, sitting)
    ), place as (
      select at, id from versions where id = ${after}::uuid
    )
    select v.id, v.kind, v.number, v.headline, writer.name as by, v.at, v.times, v.since, replacer.name as "replacedBy"
    from lines v
    left join users writer on writer.id = v.by
    left join users replacer on replacer.id = v.replaced_by
    where v.place = 1 and (not exists (select from place) or (v.at, v.id) < (select at, id from place))
    order by v.at desc, v.id desc
    limit ${limit}`);
  return [...rows].map((row) => ({ ...row, at: new Date(row.at), since: new Date(row.since) }));
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
