import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { previewLinks } from '#db/schema/preview.ts';
import { lockArticle } from '#features/article/commands/lock-article.ts';
import { canArticle } from '#features/article/policy.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { stillOpen } from '#features/preview/queries-links.ts';
import { endPreviewLinksInput } from '#features/preview/schema.ts';

/** Ends one of a story's preview links, or all of them, whoever made them: with the next request they show nothing. */
export const endPreviewLinks = defineCommand({
  name: 'article.preview-end',
  input: endPreviewLinksInput,
  allows: (actor) => canArticle(actor, 'edit', null),
  async run({ tx, actor, input: { articleId, linkId }, audit }) {
    await lockArticle(tx, actor, 'edit', { articleId });
    const ended = await tx
      .update(previewLinks)
      .set({ endedAt: sql`now()` })
      .where(and(eq(previewLinks.articleId, articleId), linkId ? eq(previewLinks.id, linkId) : undefined, stillOpen))
      .returning({ id: previewLinks.id });
    if (ended.length > 0) audit({ subjectKind: 'article', subjectId: articleId, details: { links: ended.length } });
    return { articleId, ended: ended.length };
  },
});
