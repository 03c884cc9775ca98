import 'server-only';
import { canArticle } from '#features/article/policy.ts';
import { articleInput } from '#features/article/schema.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { Refusal } from '#lib/errors.ts';
import { changeArticle } from './change-article.ts';
import { lockArticle, publicationWindows } from './lock-article.ts';
import { pagesOf } from './pages-of.ts';

/** Brings an archived story back among those that fronts, rankings and recommendations may show. */
export const restoreArticle = defineCommand({
  name: 'article.restore',
  input: articleInput,
  allows: (actor) => canArticle(actor, 'archive', null),
  async run({ tx, actor, input, refresh, audit }) {
    const article = await lockArticle(tx, actor, 'archive', input);
    if (article.state !== 'archived') throw new Refusal('conflict', 'Only an archived article can be restored.');
    const version = await changeArticle(tx, article, 'published');
    const current = (await publicationWindows(tx, article.id)).filter(({ standing }) => standing !== 'past');
    refresh(
      await pagesOf(
        tx,
        article.id,
        current.map(({ id }) => id),
      ),
    );
    audit({ subjectKind: 'article', subjectId: article.id });
    return { articleId: article.id, version };
  },
});
