import 'server-only';
import { eq } from 'drizzle-orm';
import { articles } from '#db/schema/article.ts';
import { pins } from '#db/schema/pin.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { placeTag } from '#features/pin/model.ts';
import { pinArticleInput } from '#features/pin/schema.ts';
import { canManage } from '#features/settings/policy.ts';
import { userIdOf } from '#features/user/actor.ts';
import { Refusal } from '#lib/errors.ts';

/** Puts a story into a place that editors arrange; pinning it again moves it. */
export const pinArticle = defineCommand({
  name: 'pin.set',
  input: pinArticleInput,
  allows: (actor) => canManage(actor, 'pin'),
  async run({ tx, actor, input, refresh, audit }) {
    const [article] = await tx
      .select({ state: articles.state })
      .from(articles)
      .where(eq(articles.id, input.articleId))
      .for('update');
    if (!article) throw new Refusal('not_found', 'There is no such article.');
    if (article.state !== 'published') throw new Refusal('conflict', 'Only a published article can be pinned.');
    const { position, endsAt } = input;
    await tx
      .insert(pins)
      .values({ ...input, createdBy: userIdOf(actor) })
      .onConflictDoUpdate({ target: [pins.place, pins.articleId], set: { position, endsAt } });
    refresh([placeTag(input.place)]);
    audit({ subjectKind: 'article', subjectId: input.articleId, details: { place: input.place, position } });
    return input;
  },
});
