import 'server-only';
import { and, count, eq, max, sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { articles } from '#db/schema/article.ts';
import { pins } from '#db/schema/pin.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { placeTag } from '#features/pin/model.ts';
import { mostPins, pinArticleInput } from '#features/pin/schema.ts';
import { canManage } from '#features/settings/policy.ts';
import { userIdOf } from '#features/user/actor.ts';
import { Refusal } from '#lib/errors.ts';
import type { PinPlace } from '#lib/vocabulary.ts';

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
    const { place, endsAt } = input;
    const [standing] = await tx
      .select({ position: pins.position, startsAt: pins.startsAt })
      .from(pins)
      .where(and(eq(pins.place, place), eq(pins.articleId, input.articleId)));
    const position = input.position ?? standing?.position ?? (await nextPosition(tx, place));
    const startsAt = input.startsAt ?? standing?.startsAt;
    await refuseEmptyTime(tx, startsAt, endsAt);
    await tx
      .insert(pins)
      .values({ ...input, position, startsAt, createdBy: userIdOf(actor) })
      .onConflictDoUpdate({ target: [pins.place, pins.articleId], set: { position, startsAt, endsAt } });
    refresh([placeTag(place)]);
    audit({ subjectKind: 'article', subjectId: input.articleId, details: { place, position, startsAt, endsAt } });
    return { ...input, position };
  },
});

/** After the last one in the place. */
async function nextPosition(tx: Transaction, place: PinPlace): Promise<number> {
  const [last] = await tx
    .select({ position: max(pins.position), pinned: count() })
    .from(pins)
    .where(eq(pins.place, place));
  if (last && last.pinned >= mostPins)
    throw new Refusal('conflict', 'There are too many pins here: remove some first.');
  return (last?.position ?? -1) + 1;
}

/** A pin must have some time before it in which it shows, by the database's clock. */
async function refuseEmptyTime(tx: Transaction, startsAt: Date | undefined, endsAt: Date | null): Promise<void> {
  if (endsAt === null) return;
  const [clock] = await tx.execute<{ over: boolean }>(
    sql`select ${endsAt.toISOString()}::timestamptz <= greatest(now(), ${startsAt?.toISOString() ?? null}::timestamptz) as over`,
  );
  if (clock?.over)
    throw new Refusal('invalid', 'The pin would be over before it begins.', {
      endsAt: 'The pin would be over before it begins.',
    });
}
