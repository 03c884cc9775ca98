import { LineLink } from '#components/story/line-link.tsx';
import { StoryDay } from '#components/story/story-day.tsx';
import type { Edition } from '#components/ui/edition.ts';
import type { ArticleCard } from '#features/article/dto.ts';

interface StoryLinesProps {
  readonly cards: readonly ArticleCard[];
  readonly edition: Edition;
  /** Where the order means something, the stories are numbered. */
  readonly numbered?: boolean;
}

/** Headlines alone with their days, for lists at a page's side. */
export function StoryLines({ cards, edition, numbered = false }: StoryLinesProps) {
  const List = numbered ? 'ol' : 'ul';
  return (
    <List className={numbered ? 'ruled-list numbered' : 'ruled-list'}>
      {cards.map((card) => (
        <li key={card.id}>
          <LineLink card={card} edition={edition} />
          <p className="meta">
            <StoryDay card={card} edition={edition} />
          </p>
        </li>
      ))}
    </List>
  );
}
