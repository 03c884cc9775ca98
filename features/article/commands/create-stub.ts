import 'server-only';
import { z } from 'zod';
import { articles } from '#db/schema/article.ts';
import { canArticle } from '#features/article/policy.ts';
import { articleContent } from '#features/article/schema.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { userIdOf } from '#features/user/actor.ts';
import { writeRevision } from './write-revision.ts';

/** Notes a headline that was seen elsewhere, such as in another site's lists. It never becomes public. */
export const createStub = defineCommand({
  name: 'article.stub',
  input: z.object({ headline: articleContent.shape.headline, sectionId: z.uuid(), importKey: z.string().min(1) }),
  allows: (actor) => canArticle(actor, 'create', null),
  async run({ tx, actor, input, audit }) {
    const [stub] = await tx
      .insert(articles)
      .values({ state: 'stub', importKey: input.importKey, createdBy: userIdOf(actor) })
      .onConflictDoNothing({ target: articles.importKey })
      .returning({ id: articles.id });
    if (!stub) return null;
    const { headline, sectionId } = input;
    const body = { type: 'doc' as const, content: [{ type: 'paragraph' as const }] };
    await writeRevision(tx, actor, stub.id, articleContent.parse({ headline, sectionId, body }));
    audit({ subjectKind: 'article', subjectId: stub.id, details: { headline } });
    return { articleId: stub.id };
  },
});
