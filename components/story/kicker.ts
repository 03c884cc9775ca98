import type { ArticleCard } from '#features/article/dto.ts';
import type { Say } from '#lib/messages.ts';

/**
 * What stands over a headline: the desk's own kicker, the kind of story if it is not plain news, or its section. Nothing
 * in a list whose section says the same.
 */
export function kickerOf(card: ArticleCard, say: Say, { within }: { within?: string } = {}): string | null {
  if (card.kicker) return card.kicker;
  if (card.kind !== 'news') return say(`kind.${card.kind}`);
  return card.section.id === within ? null : card.section.name;
}
