import 'server-only';
import type { z } from 'zod';
import { publishArticle } from '#features/article/commands/publish-article.ts';
import { articleHref } from '#features/article/href.ts';
import { inOneTransaction } from '#features/command/in-one-transaction.ts';
import { parseInput } from '#features/command/parse-input.ts';
import { publishDraftInput } from '#features/draft/schema.ts';
import { readSections } from '#features/section/queries.ts';
import type { Actor } from '#features/user/actor.ts';
import { keepDraft } from './keep-draft.ts';

/** Where a story stands once it has been published, or will. Times are ISO 8601, since they travel as JSON. */
export interface PublishReceipt {
  readonly articleId: string;
  readonly href: string;
  readonly slug: string;
  readonly from: string;
  readonly to: string | null;
  readonly embargoUntil: string | null;
  /** False for what readers see only later. */
  readonly isPublic: boolean;
}

/**
 * Makes the words that the actor has seen a revision and publishes it, in one transaction. Throws 'conflict' when somebody
 * has saved newer words meanwhile: nothing is published that the actor has not seen.
 */
export async function publishDraft(actor: Actor, input: z.input<typeof publishDraftInput>): Promise<PublishReceipt> {
  const { draftVersion, ...wanted } = parseInput(publishDraftInput, input);
  const { articleId } = wanted;
  const made = await inOneTransaction(actor, async (run) => {
    const { revisionId } = await run(keepDraft, { articleId, draftVersion });
    return run(publishArticle, { ...wanted, revisionId });
  });
  const section = (await readSections()).withId(made.sectionId);
  const from = Math.max(made.effectiveFrom.getTime(), made.embargoUntil?.getTime() ?? 0);
  return {
    articleId,
    href: articleHref(section?.slug ?? '', made.slug),
    slug: made.slug,
    from: made.effectiveFrom.toISOString(),
    to: made.effectiveTo?.toISOString() ?? null,
    embargoUntil: made.embargoUntil?.toISOString() ?? null,
    isPublic: from <= Date.now(),
  };
}
