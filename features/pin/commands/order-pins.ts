import 'server-only';
import { and, eq } from 'drizzle-orm';
import { pins } from '#db/schema/pin.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { placeTag } from '#features/pin/model.ts';
import { orderPinsInput } from '#features/pin/schema.ts';
import { canManage } from '#features/settings/policy.ts';
import { Refusal } from '#lib/errors.ts';

/** Puts all pins of a place in order. */
export const orderPins = defineCommand({
  name: 'pin.order',
  input: orderPinsInput,
  allows: (actor) => canManage(actor, 'pin'),
  async run({ tx, input: { place, articleIds }, refresh, audit }) {
    const standing = await tx.select({ id: pins.articleId }).from(pins).where(eq(pins.place, place)).for('update');
    const known = new Set(standing.map(({ id }) => id));
    if (known.size !== articleIds.length || !articleIds.every((id) => known.delete(id))) {
      throw new Refusal('conflict', 'The pins have changed meanwhile: load the page again.');
    }
    for (const [position, articleId] of articleIds.entries()) {
      await tx
        .update(pins)
        .set({ position })
        .where(and(eq(pins.place, place), eq(pins.articleId, articleId)));
    }
    refresh([placeTag(place)]);
    audit({ subjectKind: 'pins', subjectId: place, details: { articleIds } });
    return { place, articleIds };
  },
});
