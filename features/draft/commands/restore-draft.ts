import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { articleDrafts, draftCopies } from '#db/schema/draft.ts';
import { refuseBrokenReference } from '#features/article/commands/refuse-broken-reference.ts';
import { writeRevision } from '#features/article/commands/write-revision.ts';
import { canArticle } from '#features/article/policy.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { finishDraft } from '#features/draft/model-finish.ts';
import { contentOfRevision } from '#features/draft/queries-content.ts';
import type { Draft } from '#features/draft/queries-draft.ts';
import { type DraftContent, draftContent, restoreDraftInput } from '#features/draft/schema.ts';
import { type Actor, userIdOf } from '#features/user/actor.ts';
import { Refusal } from '#lib/errors.ts';
import { keepCopy } from './keep-copy.ts';
import { lockSeenDraft } from './lock-draft.ts';

/**
 * Puts the words of a revision, or of a copy that was kept aside, into the working copy. The words that stood there are
 * kept first: as a revision where they are a finished story, as a copy otherwise. What is public does not change.
 */
export const restoreDraft = defineCommand({
  name: 'draft.restore',
  input: restoreDraftInput,
  allows: (actor) => canArticle(actor, 'edit', null),
  async run({ tx, actor, input, audit }) {
    const { article, draft } = await lockSeenDraft(tx, actor, 'edit', input);
    const content = await wantedContent(tx, input);
    if (draft) await keepOldWords(tx, actor, article.id, draft, content);
    const values = { content, saveId: input.saveId, revisionId: null, savedBy: userIdOf(actor) };
    const [row] = await tx
      .insert(articleDrafts)
      .values({ articleId: article.id, ...values })
      .onConflictDoUpdate({
        target: articleDrafts.articleId,
        set: { ...values, version: sql`${articleDrafts.version} + 1`, savedAt: sql`now()` },
      })
      .returning({ version: articleDrafts.version });
    audit({ subjectKind: 'article', subjectId: article.id, details: input.from });
    return { articleId: article.id, draftVersion: row?.version ?? 0 };
  },
});

async function wantedContent(
  tx: Transaction,
  { articleId, from }: { articleId: string; from: { revisionId: string } | { copyId: string } },
): Promise<DraftContent> {
  const content =
    'revisionId' in from
      ? await contentOfRevision(articleId, from.revisionId, tx)
      : await contentOfCopy(tx, articleId, from.copyId);
  if (!content) throw new Refusal('not_found', 'There is no such version of this article.');
  return content;
}

async function contentOfCopy(tx: Transaction, articleId: string, copyId: string): Promise<DraftContent | null> {
  const [copy] = await tx
    .select({ content: draftCopies.content })
    .from(draftCopies)
    .where(and(eq(draftCopies.articleId, articleId), eq(draftCopies.id, copyId)));
  return copy ? draftContent.parse(copy.content) : null;
}

async function keepOldWords(
  tx: Transaction,
  actor: Actor,
  articleId: string,
  draft: Draft,
  next: DraftContent,
): Promise<void> {
  if (draft.revisionId) return;
  const result = finishDraft(draft.content);
  if (!('finished' in result)) return keepCopy(tx, actor, articleId, draft, next);
  await refuseBrokenReference(() => writeRevision(tx, actor, articleId, result.finished));
}
