import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { corrections } from '#db/schema/correction.ts';
import { lockArticle } from '#features/article/commands/lock-article.ts';
import { republishArticle } from '#features/article/commands/republish-article.ts';
import { canArticle } from '#features/article/policy.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { withdrawCorrectionInput } from '#features/correction/schema.ts';
import { Refusal } from '#lib/errors.ts';

/** Takes back a correction that is itself wrong. Its words stay in the audit log. */
export const withdrawCorrection = defineCommand({
  name: 'correction.withdraw',
  input: withdrawCorrectionInput,
  allows: (actor) => canArticle(actor, 'correct', null),
  async run({ tx, actor, input, refresh, audit }) {
    const { articleId, correctionId } = input;
    const article = await lockArticle(tx, actor, 'correct', input);
    const [withdrawn] = await tx
      .update(corrections)
      .set({ withdrawnAt: sql`now()` })
      .where(
        and(eq(corrections.id, correctionId), eq(corrections.articleId, articleId), isNull(corrections.withdrawnAt)),
      )
      .returning({ text: corrections.text });
    if (!withdrawn) throw new Refusal('not_found', 'This story has no such correction any more.');
    const republished = await republishArticle(tx, article);
    if (republished) refresh(republished.pages);
    audit({ subjectKind: 'article', subjectId: articleId, details: { text: withdrawn.text } });
    return { articleId, correctionId, version: republished?.version ?? article.version };
  },
});
