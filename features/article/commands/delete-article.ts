import 'server-only';
import { sql } from 'drizzle-orm';
import { canArticle } from '#features/article/policy.ts';
import { articleInput } from '#features/article/schema.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { Refusal } from '#lib/errors.ts';
import { lockArticle } from './lock-article.ts';

/** Deletes a story that was never public, with all its versions. What readers have seen is killed or archived instead. */
export const deleteArticle = defineCommand({
  name: 'article.delete',
  input: articleInput,
  allows: (actor) => canArticle(actor, 'delete', null),
  async run({ tx, actor, input, audit }) {
    const { id, headline, state } = await lockArticle(tx, actor, 'delete', input);
    const [row] = await tx.execute<{ gone: boolean }>(sql`select delete_unseen_article(${id}) as gone`);
    if (!row?.gone) throw new Refusal('conflict', 'Only a draft that was never published can be deleted.');
    audit({ subjectKind: 'article', subjectId: id, details: { headline, was: state } });
    return { articleId: id };
  },
});
