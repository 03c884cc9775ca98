import 'server-only';
import { sql } from 'drizzle-orm';
import { previewLinks } from '#db/schema/preview.ts';
import { lockArticle } from '#features/article/commands/lock-article.ts';
import { canArticle } from '#features/article/policy.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { createPreviewLinkInput } from '#features/preview/schema.ts';
import { signLink } from '#features/preview/token.ts';
import { userIdOf } from '#features/user/actor.ts';
import { siteUrl } from '#lib/env.ts';
import { Refusal } from '#lib/errors.ts';

/**
 * A link under which anybody sees the newest words of a story that the actor may edit, until it runs out or is ended, the
 * story is killed or the actor loses that right. `href` is its path, `url` the whole address.
 */
export const createPreviewLink = defineCommand({
  name: 'article.preview',
  input: createPreviewLinkInput,
  allows: (actor) => canArticle(actor, 'edit', null),
  async run({ tx, actor, input: { articleId, hours }, audit }) {
    const article = await lockArticle(tx, actor, 'edit', { articleId });
    if (article.state === 'killed') throw new Refusal('conflict', 'This article was killed and is shown to nobody.');
    const [link] = await tx
      .insert(previewLinks)
      .values({ articleId, createdBy: userIdOf(actor), expiresAt: sql`now() + ${hours}::int * interval '1 hour'` })
      .returning({ id: previewLinks.id, expiresAt: previewLinks.expiresAt });
    const { id, expiresAt } = link as { id: string; expiresAt: Date };
    const href = `/preview/${signLink(id)}`;
    audit({ subjectKind: 'article', subjectId: articleId, details: { until: expiresAt.toISOString() } });
    return { href, url: siteUrl() + href, expiresAt };
  },
});
