import { StoriesByDay } from '#components/story/stories-by-day.tsx';
import { Block } from '#components/ui/block.tsx';
import type { Edition } from '#components/ui/edition.ts';
import type { ArticleCard } from '#features/article/dto.ts';

/** The newest stories by the clock, after those that stand above already. */
export function LatestStories({ cards, edition }: { cards: readonly ArticleCard[]; edition: Edition }) {
  return (
    <Block id="latest" title={edition.say('front.latest')} className="front-latest">
      <StoriesByDay cards={cards} edition={edition} />
    </Block>
  );
}
