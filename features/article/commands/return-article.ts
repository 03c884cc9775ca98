import 'server-only';
import { canArticle } from '#features/article/policy.ts';
import { articleInput } from '#features/article/schema.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { Refusal } from '#lib/errors.ts';
import { changeArticle } from './change-article.ts';
import { lockArticle } from './lock-article.ts';

/** Makes a submitted story a draft again: an editor gives it back, or its writer takes it back. */
export const returnArticle = defineCommand({
  name: 'article.return',
  input: articleInput,
  allows: (actor) => canArticle(actor, 'submit', null),
  async run({ tx, actor, input, audit }) {
    const article = await lockArticle(tx, actor, 'submit', input);
    if (article.state !== 'in_review') {
      throw new Refusal('conflict', 'Only a story that was submitted for review can be given back.');
    }
    const version = await changeArticle(tx, article, 'draft');
    audit({ subjectKind: 'article', subjectId: article.id });
    return { articleId: article.id, version };
  },
});
