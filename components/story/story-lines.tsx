import { StoryDay } from '#components/story/story-day.tsx';
import type { Edition } from '#components/ui/edition.ts';
import type { ArticleCard } from '#features/article/dto.ts';
import { languageMark } from '#lib/language.ts';

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
          <a href={card.href} className="line-link" {...languageMark(card.language, edition.site.language)}>
            {card.headline}
          </a>
          <p className="meta">
            <StoryDay card={card} edition={edition} />
          </p>
        </li>
      ))}
    </List>
  );
}
