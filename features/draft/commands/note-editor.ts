import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { articles } from '#db/schema/article.ts';
import { articleDrafts, articleEditors } from '#db/schema/draft.ts';
import { users } from '#db/schema/user.ts';
import { canArticle } from '#features/article/policy.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { type Presence, standingKey } from '#features/draft/model-presence.ts';
import { editorsOf } from '#features/draft/queries-presence.ts';
import { readWindows } from '#features/draft/queries-windows.ts';
import { noteEditorInput } from '#features/draft/schema.ts';
import { userIdOf } from '#features/user/actor.ts';
import { Refusal } from '#lib/errors.ts';

/** Says that somebody has a story open, or has closed it, and tells who else has and how the story stands. */
export const noteEditor = defineCommand({
  name: 'draft.note-editor',
  input: noteEditorInput,
  allows: (actor) => canArticle(actor, 'edit', null),
  async run({ tx, actor, input: { articleId, leaving } }): Promise<Presence> {
    const [article] = await tx
      .select({
        createdBy: articles.createdBy,
        state: articles.state,
        draftVersion: sql<number>`coalesce(${articleDrafts.version}, 0)`,
        savedById: articleDrafts.savedBy,
        savedBy: users.name,
      })
      .from(articles)
      .leftJoin(articleDrafts, eq(articleDrafts.articleId, articles.id))
      .leftJoin(users, eq(users.id, articleDrafts.savedBy))
      .where(eq(articles.id, articleId));
    if (!article) throw new Refusal('not_found', 'There is no such article.');
    if (!canArticle(actor, 'edit', article)) throw new Refusal('forbidden', 'You may not edit this article.');
    const userId = userIdOf(actor);
    const mine = userId && and(eq(articleEditors.articleId, articleId), eq(articleEditors.userId, userId));
    if (mine && leaving) await tx.delete(articleEditors).where(mine);
    else if (userId) {
      await tx
        .insert(articleEditors)
        .values({ articleId, userId })
        .onConflictDoUpdate({
          target: [articleEditors.articleId, articleEditors.userId],
          set: { seenAt: sql`now()` },
        });
    }
    const here = (await editorsOf([articleId], tx)).get(articleId) ?? [];
    return {
      others: here.filter(({ id }) => id !== userId),
      draftVersion: article.draftVersion,
      savedBy: article.savedById === userId ? null : article.savedBy,
      standing: standingKey({ state: article.state, ...(await readWindows(articleId, tx)) }),
    };
  },
});
