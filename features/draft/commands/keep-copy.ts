import 'server-only';
import type { Transaction } from '#db/client.ts';
import { draftCopies } from '#db/schema/draft.ts';
import { isSameContent } from '#features/draft/model.ts';
import type { Draft } from '#features/draft/queries-draft.ts';
import type { DraftContent } from '#features/draft/schema.ts';
import { type Actor, userIdOf } from '#features/user/actor.ts';

/** Keeps a working copy aside that other words are about to replace, unless a revision says the same or they do. */
export async function keepCopy(
  tx: Transaction,
  actor: Actor,
  articleId: string,
  draft: Draft,
  next: DraftContent,
): Promise<void> {
  if (draft.revisionId || isSameContent(draft.content, next)) return;
  const { version, content, savedBy, savedAt } = draft;
  await tx
    .insert(draftCopies)
    .values({ articleId, version, content, savedBy, savedAt, replacedBy: userIdOf(actor) })
    .onConflictDoNothing();
}
