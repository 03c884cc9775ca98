import 'server-only';
import { and, eq, exists, sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { articles } from '#db/schema/article.ts';
import { articleDrafts } from '#db/schema/draft.ts';
import { canArticle } from '#features/article/policy.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { judgeSave, type SaveAnswer } from '#features/draft/model.ts';
import { contentOfNewestRevision } from '#features/draft/queries-content.ts';
import type { Draft } from '#features/draft/queries-draft.ts';
import { type DraftContent, saveDraftInput } from '#features/draft/schema.ts';
import { type Actor, userIdOf } from '#features/user/actor.ts';
import { Refusal } from '#lib/errors.ts';
import { keepCopy } from './keep-copy.ts';
import { lockDraft } from './lock-draft.ts';

/**
 * Saves words as they are typed. Words written on an older version than the stored one are refused with 'conflict', and
 * the stored ones given back; the same save sent again is answered as before. No line goes into the audit log: who saved
 * last stands in the row itself, and every version that counts becomes a revision.
 */
export const saveDraft = defineCommand({
  name: 'draft.save',
  input: saveDraftInput,
  allows: (actor) => canArticle(actor, 'edit', null),
  async run({ tx, actor, input }): Promise<SaveAnswer> {
    const { draft } = await lockDraft(tx, actor, 'edit', input.articleId);
    switch (judgeSave(draft, input)) {
      case 'first':
        return writeFirst(tx, actor, input);
      case 'next':
        return writeNext(tx, actor, input, draft as Draft);
      case 'repeat':
        return saved(draft as Draft);
      case 'stale':
        return { outcome: 'conflict', stored: await storedWords(tx, input.articleId, draft) };
    }
  },
});

type Save = { articleId: string; baseVersion: number; saveId: string; content: DraftContent; chosen: boolean };

async function writeFirst(tx: Transaction, actor: Actor, { articleId, saveId, content }: Save): Promise<SaveAnswer> {
  const [row] = await tx
    .insert(articleDrafts)
    .values({ articleId, saveId, content, savedBy: userIdOf(actor) })
    .returning({ version: articleDrafts.version, savedAt: articleDrafts.savedAt });
  await noteChange(tx, articleId);
  return saved(row);
}

async function writeNext(tx: Transaction, actor: Actor, save: Save, draft: Draft): Promise<SaveAnswer> {
  if (save.chosen || draft.savedBy !== userIdOf(actor)) await keepCopy(tx, actor, save.articleId, draft, save.content);
  const [row] = await tx
    .update(articleDrafts)
    .set({
      content: save.content,
      saveId: save.saveId,
      version: draft.version + 1,
      revisionId: null,
      savedBy: userIdOf(actor),
      savedAt: sql`now()`,
    })
    .where(
      and(
        eq(articleDrafts.articleId, save.articleId),
        eq(articleDrafts.version, save.baseVersion),
        ownedBy(tx, actor, save.articleId),
      ),
    )
    .returning({ version: articleDrafts.version, savedAt: articleDrafts.savedAt });
  await noteChange(tx, save.articleId);
  return saved(row);
}

/** Ownership once more, in the statement that writes: whoever may not edit others' stories writes only to own ones. */
function ownedBy(tx: Transaction, actor: Actor, articleId: string) {
  if (actor.kind === 'system' || canArticle(actor, 'edit', { createdBy: null })) return undefined;
  const own = and(eq(articles.id, articleId), eq(articles.createdBy, actor.id));
  return exists(tx.select({ id: articles.id }).from(articles).where(own));
}

/** Brings the story to the top of the desk's list. Its own version stays: what it says in public has not changed. */
async function noteChange(tx: Transaction, articleId: string): Promise<void> {
  await tx.update(articles).set({ changedAt: sql`now()` }).where(eq(articles.id, articleId));
}

function saved(row: { version: number; savedAt: Date } | undefined): SaveAnswer {
  if (!row) throw new Refusal('forbidden', 'You may not edit this article.');
  return { outcome: 'saved', version: row.version, savedAt: row.savedAt.toISOString() };
}

async function storedWords(tx: Transaction, articleId: string, draft: Draft | null) {
  if (!draft) {
    return { version: 0, content: await contentOfNewestRevision(tx, articleId), savedBy: null, savedAt: null };
  }
  const { version, content, savedByName, savedAt } = draft;
  return { version, content, savedBy: savedByName, savedAt: savedAt.toISOString() };
}
