import 'server-only';
import { canArticle } from '#features/article/policy.ts';
import { articleInput } from '#features/article/schema.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { Refusal } from '#lib/errors.ts';
import { changeArticle } from './change-article.ts';
import { lockArticle } from './lock-article.ts';

/** Hands a draft to the editors. */
export const submitArticle = defineCommand({
  name: 'article.submit',
  input: articleInput,
  allows: (actor) => canArticle(actor, 'submit', null),
  async run({ tx, actor, input, audit }) {
    const article = await lockArticle(tx, actor, 'submit', input);
    if (article.state !== 'draft') throw new Refusal('conflict', 'Only a draft can be submitted for review.');
    const version = await changeArticle(tx, article, 'in_review');
    audit({ subjectKind: 'article', subjectId: article.id });
    return { articleId: article.id, version };
  },
});
