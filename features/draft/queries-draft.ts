import 'server-only';
import { desc, eq } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import { revisions } from '#db/schema/article.ts';
import { articleDrafts } from '#db/schema/draft.ts';
import { users } from '#db/schema/user.ts';
import { contentOfNewestRevision } from './queries-content.ts';
import { type DraftContent, draftContent } from './schema.ts';

export interface Draft {
  readonly version: number;
  readonly saveId: string;
  readonly content: DraftContent;
  /** The revision that says the same; null when words have changed since. */
  readonly revisionId: string | null;
  readonly savedBy: string | null;
  readonly savedByName: string | null;
  readonly savedAt: Date;
}

/**
 * A story's working copy, or null. Where nobody has changed it since it was kept and a newer revision came by another
 * way (the command line, an import), it says what that revision says.
 */
export async function readDraft(db: Queryable, articleId: string): Promise<Draft | null> {
  const [row] = await db
    .select({
      version: articleDrafts.version,
      saveId: articleDrafts.saveId,
      content: articleDrafts.content,
      revisionId: articleDrafts.revisionId,
      savedBy: articleDrafts.savedBy,
      savedByName: users.name,
      savedAt: articleDrafts.savedAt,
    })
    .from(articleDrafts)
    .leftJoin(users, eq(users.id, articleDrafts.savedBy))
    .where(eq(articleDrafts.articleId, articleId));
  if (!row) return null;
  const newest = row.revisionId && (await newestRevisionId(db, articleId));
  if (!newest || newest === row.revisionId) return { ...row, content: draftContent.parse(row.content) };
  return { ...row, content: await contentOfNewestRevision(db, articleId), revisionId: newest };
}

async function newestRevisionId(db: Queryable, articleId: string): Promise<string | undefined> {
  const [newest] = await db
    .select({ id: revisions.id })
    .from(revisions)
    .where(eq(revisions.articleId, articleId))
    .orderBy(desc(revisions.number))
    .limit(1);
  return newest?.id;
}
