import 'server-only';
import { articles } from '#db/schema/article.ts';
import { canArticle } from '#features/article/policy.ts';
import { createArticleInput } from '#features/article/schema.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { userIdOf } from '#features/user/actor.ts';
import { refuseBrokenReference } from './refuse-broken-reference.ts';
import { writeRevision } from './write-revision.ts';

/** Begins a story as a draft with its first revision. */
export const createArticle = defineCommand({
  name: 'article.create',
  input: createArticleInput,
  allows: (actor) => canArticle(actor, 'create', null),
  async run({ tx, actor, input, audit }) {
    const [article] = await tx
      .insert(articles)
      .values({ importKey: input.importKey ?? null, createdBy: userIdOf(actor) })
      .returning({ id: articles.id, version: articles.version });
    const { id, version } = article as { id: string; version: number };
    const { revisionId } = await refuseBrokenReference(() => writeRevision(tx, actor, id, input.content));
    audit({ subjectKind: 'article', subjectId: id, details: { headline: input.content.headline } });
    return { articleId: id, revisionId, version };
  },
});
