import 'server-only';
import { lockArticle } from '#features/article/commands/lock-article.ts';
import { canArticle } from '#features/article/policy.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { createPreviewLinkInput } from '#features/preview/schema.ts';
import { signGrant } from '#features/preview/token.ts';
import { userIdOf } from '#features/user/actor.ts';
import { siteUrl } from '#lib/env.ts';
import { Refusal } from '#lib/errors.ts';

/**
 * A link under which anybody sees the newest words of a story that the actor may edit, until it runs out, the story is
 * killed or the actor loses that right. `href` is its path, `url` the whole address.
 */
export const createPreviewLink = defineCommand({
  name: 'article.preview',
  input: createPreviewLinkInput,
  allows: (actor) => canArticle(actor, 'edit', null),
  async run({ tx, actor, input: { articleId, hours }, audit }) {
    const article = await lockArticle(tx, actor, 'edit', { articleId });
    if (article.state === 'killed') throw new Refusal('conflict', 'This article was killed and is shown to nobody.');
    const expiresAt = new Date((Math.floor(Date.now() / 1000) + hours * 3600) * 1000);
    const href = `/preview/${signGrant({ articleId, userId: userIdOf(actor), expiresAt })}`;
    audit({ subjectKind: 'article', subjectId: articleId, details: { until: expiresAt.toISOString() } });
    return { href, url: siteUrl() + href, expiresAt };
  },
});
