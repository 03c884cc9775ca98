import 'server-only';
import { sql } from 'drizzle-orm';
import { corrections } from '#db/schema/correction.ts';
import { lockArticle } from '#features/article/commands/lock-article.ts';
import { republishArticle } from '#features/article/commands/republish-article.ts';
import { canArticle } from '#features/article/policy.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { issueCorrectionInput } from '#features/correction/schema.ts';
import { userIdOf } from '#features/user/actor.ts';
import { Refusal } from '#lib/errors.ts';

/** Tells readers what was wrong in a story that is public: under the story, in its feeds and among all corrections. */
export const issueCorrection = defineCommand({
  name: 'correction.issue',
  input: issueCorrectionInput,
  allows: (actor) => canArticle(actor, 'correct', null),
  async run({ tx, actor, input, refresh, audit }) {
    const { articleId, text } = input;
    const article = await lockArticle(tx, actor, 'correct', input);
    const republished = await republishArticle(tx, article);
    if (!republished) throw new Refusal('conflict', 'Only a story that readers can see can be corrected in public.');
    const [made] = await tx
      .insert(corrections)
      .values({ articleId, text, createdBy: userIdOf(actor), createdAt: sql`${republished.at}::timestamptz` })
      .returning({ correctionId: corrections.id });
    refresh(republished.pages);
    audit({ subjectKind: 'article', subjectId: articleId, details: { text } });
    return { articleId, ...(made as { correctionId: string }), version: republished.version };
  },
});
