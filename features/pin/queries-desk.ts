import 'server-only';
import { asc, eq, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { articles } from '#db/schema/article.ts';
import { pins } from '#db/schema/pin.ts';
import type { PinStanding } from '#features/pin/model.ts';
import type { PinPlace } from '#lib/vocabulary.ts';

/** A pin as the desk arranges it. */
export interface DeskPin {
  readonly articleId: string;
  readonly headline: string;
  readonly startsAt: Date;
  readonly endsAt: Date | null;
  /** Whether readers see it there, and if not, why. */
  readonly standing: PinStanding;
}

/** Every pin of a place, shown or not, in its order. */
export function listPins(place: PinPlace): Promise<DeskPin[]> {
  return database()
    .select({
      articleId: pins.articleId,
      headline: articles.headline,
      startsAt: pins.startsAt,
      endsAt: pins.endsAt,
      standing: sql<PinStanding>`case
        when ${pins.endsAt} <= now() then 'over'
        when ${pins.startsAt} > now() then 'waiting'
        when not exists (select from articles_public p where p.article_id = ${pins.articleId} and not p.archived)
          then 'not_public'
        else 'shown' end`,
    })
    .from(pins)
    .innerJoin(articles, eq(articles.id, pins.articleId))
    .where(eq(pins.place, place))
    .orderBy(asc(pins.position), asc(pins.createdAt));
}
