import 'server-only';
import { desc, eq } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { revisions } from '#db/schema/article.ts';
import { articleDrafts } from '#db/schema/draft.ts';
import { publications } from '#db/schema/publication.ts';
import { changeArticle } from '#features/article/commands/change-article.ts';
import type { LockedArticle } from '#features/article/commands/lock-article.ts';
import { refuseBrokenReference } from '#features/article/commands/refuse-broken-reference.ts';
import { writeRevision } from '#features/article/commands/write-revision.ts';
import { canArticle } from '#features/article/policy.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { type FinishedContent, finishDraft } from '#features/draft/model-finish.ts';
import { type DraftContent, keepDraftInput } from '#features/draft/schema.ts';
import { Refusal } from '#lib/errors.ts';
import { lockSeenDraft } from './lock-draft.ts';

/**
 * Makes a revision of the working copy that the actor has seen. Words that a revision says already are not kept twice.
 * Throws 'conflict' when somebody has saved newer ones, 'invalid' with a sentence for the first unfinished field.
 */
export const keepDraft = defineCommand({
  name: 'draft.keep',
  input: keepDraftInput,
  allows: (actor) => canArticle(actor, 'edit', null),
  async run({ tx, actor, input, audit }) {
    const { article, draft } = await lockSeenDraft(tx, actor, 'edit', input);
    const newest = await newestRevision(tx, article.id);
    if (newest && (!draft || draft.revisionId === newest.id)) {
      return { revisionId: newest.id, number: newest.number, version: article.version };
    }
    const content = await finished(tx, article, draft?.content);
    const written = await refuseBrokenReference(() => writeRevision(tx, actor, article.id, content));
    await tx
      .update(articleDrafts)
      .set({ revisionId: written.revisionId })
      .where(eq(articleDrafts.articleId, article.id));
    const version = await changeArticle(tx, article);
    audit({ subjectKind: 'article', subjectId: article.id, details: { revision: written.number } });
    return { ...written, version };
  },
});

async function newestRevision(tx: Transaction, articleId: string) {
  const [revision] = await tx
    .select({ id: revisions.id, number: revisions.number })
    .from(revisions)
    .where(eq(revisions.articleId, articleId))
    .orderBy(desc(revisions.number))
    .limit(1);
  return revision;
}

/** The content with the slug that it is to have: a story once published keeps its address unless another is given. */
async function finished(
  tx: Transaction,
  article: LockedArticle,
  draft: DraftContent | undefined,
): Promise<FinishedContent> {
  if (!draft) throw new Refusal('not_found', 'There is nothing written in this article yet.');
  const result = finishDraft(draft);
  if ('finished' in result) {
    return { ...result.finished, slug: result.finished.slug ?? (await formerSlug(tx, article.id)) };
  }
  const fields = Object.fromEntries(result.unfinished.map(({ field, sentence }) => [field, sentence]));
  throw new Refusal('invalid', result.unfinished[0]?.sentence ?? 'The story is unfinished.', fields);
}

async function formerSlug(tx: Transaction, articleId: string): Promise<string | undefined> {
  const [last] = await tx
    .select({ slug: publications.slug })
    .from(publications)
    .where(eq(publications.articleId, articleId))
    .orderBy(desc(publications.effectiveFrom))
    .limit(1);
  return last?.slug;
}
