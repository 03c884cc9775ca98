import 'server-only';
import { and, eq } from 'drizzle-orm';
import { pins } from '#db/schema/pin.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { placeTag } from '#features/pin/model.ts';
import { unpinArticleInput } from '#features/pin/schema.ts';
import { canManage } from '#features/settings/policy.ts';
import { Refusal } from '#lib/errors.ts';

/** Takes a story out of a place that editors arrange. */
export const unpinArticle = defineCommand({
  name: 'pin.remove',
  input: unpinArticleInput,
  allows: (actor) => canManage(actor, 'pin'),
  async run({ tx, input, refresh, audit }) {
    const removed = await tx
      .delete(pins)
      .where(and(eq(pins.place, input.place), eq(pins.articleId, input.articleId)))
      .returning({ id: pins.id });
    if (removed.length === 0) throw new Refusal('not_found', 'This article is not pinned there.');
    refresh([placeTag(input.place)]);
    audit({ subjectKind: 'article', subjectId: input.articleId, details: { place: input.place } });
    return input;
  },
});
