import { StoryBrick } from '#components/story/story-brick.tsx';
import type { Edition } from '#components/ui/edition.ts';
import type { ArticleCard } from '#features/article/dto.ts';

export interface FeatureStoriesProps {
  readonly cards: readonly ArticleCard[];
  readonly edition: Edition;
  /** The section whose stories these are: its name is not said again. */
  readonly within?: string | undefined;
  /** Whether the large picture is the page's main one. */
  readonly first?: boolean;
}

/** One story large, the others beside it, their pictures small. */
export function FeatureStories({ cards, edition, within, first = false }: FeatureStoriesProps) {
  const [large, ...others] = cards;
  return (
    <>
      {large && (
        <StoryBrick
          card={large}
          edition={edition}
          within={within}
          standfirst
          first={first}
          sizes="(min-width: 80rem) 38rem, (min-width: 48rem) 47vw, 94vw"
          className="brick-large"
        />
      )}
      {others.length > 0 && (
        <ul className="ruled-list feature-others">
          {others.map((card) => (
            <li key={card.id}>
              <StoryBrick
                card={card}
                edition={edition}
                within={within}
                standfirst
                sizes="(min-width: 48rem) 9rem, 6.5rem"
              />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
