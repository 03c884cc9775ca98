import { StoryRow } from '#components/story/story-row.tsx';
import type { Edition } from '#components/ui/edition.ts';
import type { ArticleCard } from '#features/article/dto.ts';

interface StoryListProps {
  readonly cards: readonly ArticleCard[];
  readonly edition: Edition;
  readonly within?: string;
}

/** A list of stories, one a row. Its heading is for those who hear the page or jump through it. */
export function StoryList({ cards, edition, within }: StoryListProps) {
  if (cards.length === 0) return <p className="text-soft">{edition.say('list.empty')}</p>;
  return (
    <section aria-labelledby="stories">
      <h2 id="stories" className="sr-only">
        {edition.say('list.stories')}
      </h2>
      <ul className="ruled-list">
        {cards.map((card) => (
          <li key={card.id}>
            <StoryRow card={card} edition={edition} within={within} />
          </li>
        ))}
      </ul>
    </section>
  );
}
