import 'server-only';
import { eq } from 'drizzle-orm';
import { pins } from '#db/schema/pin.ts';
import { canArticle } from '#features/article/policy.ts';
import { articleInput } from '#features/article/schema.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { Refusal } from '#lib/errors.ts';
import { changeArticle } from './change-article.ts';
import { lockArticle, publicationWindows } from './lock-article.ts';
import { pagesOf } from './pages-of.ts';

/** Keeps a story readable at its address and takes it off fronts, rankings and recommendations. */
export const archiveArticle = defineCommand({
  name: 'article.archive',
  input: articleInput,
  allows: (actor) => canArticle(actor, 'archive', null),
  async run({ tx, actor, input, refresh, audit }) {
    const article = await lockArticle(tx, actor, 'archive', input);
    const current = (await publicationWindows(tx, article.id)).find(({ standing }) => standing === 'in force');
    if (article.state !== 'published' || !current) {
      throw new Refusal('conflict', 'Only an article that is public can be archived.');
    }
    await tx.delete(pins).where(eq(pins.articleId, article.id));
    const version = await changeArticle(tx, article, 'archived');
    refresh(await pagesOf(tx, article.id, [current.id]));
    audit({ subjectKind: 'article', subjectId: article.id });
    return { articleId: article.id, version };
  },
});
