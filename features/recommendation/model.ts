import { distinctStories } from '#features/article/distinct-stories.ts';
import type { ArticleCard, Recommendation } from '#features/article/dto.ts';

interface Sources {
  readonly article: ArticleCard;
  readonly pinned: readonly ArticleCard[];
  readonly read: readonly ArticleCard[];
  readonly latest: readonly ArticleCard[];
  readonly size: number;
}

/**
 * The recommendations after a story, each with its reason. Pins may be of the story's own section, the rest are not;
 * nothing twice, never the story itself, and the first has a picture if any has.
 */
export function recommend({ article, pinned, read, latest, size }: Sources): Recommendation[] {
  const elsewhere = (card: ArticleCard) => card.section.id !== article.section.id;
  const reasons = new Map<string, Recommendation['reason']>();
  const name = (cards: readonly ArticleCard[], reason: Recommendation['reason']) => {
    for (const card of cards) if (!reasons.has(card.id)) reasons.set(card.id, reason);
    return cards;
  };
  const candidates = [
    ...name(pinned, 'pinned'),
    ...name(read.filter(elsewhere), 'read'),
    ...name(latest.filter(elsewhere), 'new'),
    ...name(latest, 'new'),
  ];
  const chosen = distinctStories([article, ...candidates])
    .slice(1, size + 1)
    .map((card): Recommendation => ({ card, reason: reasons.get(card.id) ?? 'new' }));
  return leadWithPicture(chosen);
}

function leadWithPicture(chosen: readonly Recommendation[]): Recommendation[] {
  const lead = chosen.find(({ card }) => card.picture !== null);
  return lead ? [lead, ...chosen.filter((one) => one !== lead)] : [...chosen];
}
