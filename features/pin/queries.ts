import 'server-only';
import { and, asc, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { pins } from '#db/schema/pin.ts';
import { articlesPublic } from '#db/schema/publication.ts';
import { cardColumns, toCards } from '#features/article/cards.ts';
import { recordNextChange } from '#features/article/clock.ts';
import type { ArticleCard } from '#features/article/dto.ts';
import { placeTag } from '#features/pin/model.ts';
import { keptRead } from '#lib/kept-reads.ts';
import { recordTags } from '#lib/trace.ts';
import type { PinPlace } from '#lib/vocabulary.ts';

/** The stories that editors put in a place and that are public now, in the editors' order. */
export function readPinned(place: PinPlace): Promise<ArticleCard[]> {
  return pinned[place]();
}

const pinned = {
  front: keptRead('pinned to the front', () => readFrom('front')),
  recommendation: keptRead('pinned as recommendations', () => readFrom('recommendation')),
  unrecommended: keptRead('kept out of recommendations', () => readFrom('unrecommended')),
} satisfies Record<PinPlace, unknown>;

async function readFrom(place: PinPlace): Promise<ArticleCard[]> {
  recordTags(placeTag(place));
  await recordNextChange();
  const rows = await database()
    .select(cardColumns)
    .from(pins)
    .innerJoin(articlesPublic, and(eq(articlesPublic.articleId, pins.articleId), eq(articlesPublic.archived, false)))
    .where(
      and(eq(pins.place, place), lte(pins.startsAt, sql`now()`), or(isNull(pins.endsAt), gt(pins.endsAt, sql`now()`))),
    )
    .orderBy(asc(pins.position), asc(pins.createdAt));
  return toCards(rows);
}
