import 'server-only';
import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { database } from '#db/client.ts';
import { revisions } from '#db/schema/article.ts';
import { draftCopies } from '#db/schema/draft.ts';
import { publications } from '#db/schema/publication.ts';
import { users } from '#db/schema/user.ts';
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

/** The most versions that are listed. */
const atMost = 200;

/** The versions of a story, newest first. Throws as `readEditedArticle` does. */
export async function listVersions(actor: Actor, articleId: string): Promise<Version[]> {
  await readEditedArticle(actor, articleId);
  const [kept, copies, windows] = await Promise.all([
    readRevisions(articleId),
    readCopies(articleId),
    readWindows(articleId),
  ]);
  const versions: Version[] = [
    ...kept.map((row) => ({ ...row, publicWhen: windows.get(row.id) ?? [] })),
    ...copies.map((row) => ({ ...row, publicWhen: [] })),
  ];
  return versions.toSorted((one, other) => other.at.localeCompare(one.at)).slice(0, atMost);
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

async function readRevisions(articleId: string) {
  const rows = await database()
    .select({
      id: revisions.id,
      number: revisions.number,
      headline: revisions.headline,
      by: users.name,
      at: revisions.createdAt,
    })
    .from(revisions)
    .leftJoin(users, eq(users.id, revisions.createdBy))
    .where(eq(revisions.articleId, articleId))
    .orderBy(desc(revisions.number))
    .limit(atMost);
  return rows.map((row) => ({ ...row, kind: 'revision' as const, at: row.at.toISOString(), replacedBy: null }));
}

async function readCopies(articleId: string) {
  const replacer = alias(users, 'replacer');
  const rows = await database()
    .select({
      id: draftCopies.id,
      headline: sql<string>`${draftCopies.content}->>'headline'`,
      by: users.name,
      at: draftCopies.savedAt,
      replacedBy: replacer.name,
    })
    .from(draftCopies)
    .leftJoin(users, eq(users.id, draftCopies.savedBy))
    .leftJoin(replacer, eq(replacer.id, draftCopies.replacedBy))
    .where(eq(draftCopies.articleId, articleId))
    .orderBy(desc(draftCopies.savedAt))
    .limit(atMost);
  return rows.map((row) => ({ ...row, kind: 'copy' as const, number: null, at: row.at.toISOString() }));
}

async function readWindows(articleId: string): Promise<Map<string, Version['publicWhen'][number][]>> {
  const rows = await database()
    .select({
      revisionId: publications.revisionId,
      from: publications.effectiveFrom,
      to: publications.effectiveTo,
    })
    .from(publications)
    .where(eq(publications.articleId, articleId))
    .orderBy(asc(publications.effectiveFrom));
  const windows = new Map<string, { from: string; to: string | null }[]>();
  for (const { revisionId, from, to } of rows) {
    const window = { from: from.toISOString(), to: to?.toISOString() ?? null };
    windows.set(revisionId, [...(windows.get(revisionId) ?? []), window]);
  }
  return windows;
}
