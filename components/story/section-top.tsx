import { FeatureStories } from '#components/story/feature-stories.tsx';
import type { Edition } from '#components/ui/edition.ts';
import type { ArticleCard } from '#features/article/dto.ts';

const topSize = 5;

/** The stories that a section's first page shows large: the newest, if there are more and the first has a picture. */
export function topOf(cards: readonly ArticleCard[]): readonly ArticleCard[] {
  return cards.length > topSize && cards[0]?.picture ? cards.slice(0, topSize) : [];
}

interface SectionTopProps {
  readonly cards: readonly ArticleCard[];
  readonly edition: Edition;
  readonly within: string;
}

/** A section's newest story large, the next ones beside it. */
export function SectionTop({ cards, edition, within }: SectionTopProps) {
  return (
    <section aria-labelledby="top" className="front-feature section-top">
      <h2 id="top" className="sr-only">
        {edition.say('front.top')}
      </h2>
      <FeatureStories cards={cards} edition={edition} within={within} first />
    </section>
  );
}
