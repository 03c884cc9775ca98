import 'server-only';
import type { z } from 'zod';
import { submitArticle } from '#features/article/commands/submit-article.ts';
import { inOneTransaction } from '#features/command/in-one-transaction.ts';
import { parseInput } from '#features/command/parse-input.ts';
import { submitDraftInput } from '#features/draft/schema.ts';
import type { Actor } from '#features/user/actor.ts';
import { keepDraft } from './keep-draft.ts';

/** Keeps the words that the actor has seen as a revision and hands the story to the editors, in one transaction. */
export function submitDraft(actor: Actor, input: z.input<typeof submitDraftInput>): Promise<{ version: number }> {
  const seen = parseInput(submitDraftInput, input);
  return inOneTransaction(actor, async (run) => {
    await run(keepDraft, seen);
    const { version } = await run(submitArticle, { articleId: seen.articleId });
    return { version };
  });
}
