import 'server-only';
import type { Transaction } from '#db/client.ts';
import { type LockedArticle, lockArticle } from '#features/article/commands/lock-article.ts';
import type { ArticleVerb } from '#features/article/policy.ts';
import { type Draft, readDraft } from '#features/draft/queries-draft.ts';
import type { Actor } from '#features/user/actor.ts';
import { say } from '#lib/desk-words.ts';
import { Refusal } from '#lib/errors.ts';

interface Locked {
  readonly article: LockedArticle;
  readonly draft: Draft | null;
}

/** A story and its working copy, held until the transaction ends. A killed story and a stub are refused. */
export async function lockDraft(tx: Transaction, actor: Actor, verb: ArticleVerb, articleId: string): Promise<Locked> {
  // Whoever holds the story's row holds its working copy too: nothing writes the one without the other.
  const article = await lockArticle(tx, actor, verb, { articleId });
  if (article.state === 'killed' || article.state === 'stub') {
    throw new Refusal('conflict', say(`editor.closed.${article.state}`));
  }
  return { article, draft: await readDraft(tx, articleId) };
}

/** The same, once it is certain that the working copy is the one that the actor has seen. */
export async function lockSeenDraft(
  tx: Transaction,
  actor: Actor,
  verb: ArticleVerb,
  seen: { articleId: string; draftVersion: number },
): Promise<Locked> {
  const locked = await lockDraft(tx, actor, verb, seen.articleId);
  if ((locked.draft?.version ?? 0) === seen.draftVersion) return locked;
  const name = locked.draft?.savedByName;
  throw new Refusal('conflict', name ? say('editor.conflict.seen', { name }) : say('editor.conflict.seenMachine'));
}
