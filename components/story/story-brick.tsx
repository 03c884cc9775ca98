import { Headline } from '#components/story/headline.tsx';
import { Standfirst } from '#components/story/standfirst.tsx';
import { StoryKicker } from '#components/story/story-kicker.tsx';
import type { Edition } from '#components/ui/edition.ts';
import { Picture } from '#components/ui/picture.tsx';
import type { ArticleCard } from '#features/article/dto.ts';

interface StoryBrickProps {
  readonly card: ArticleCard;
  readonly edition: Edition;
  /** The section whose block this is: its name is not said again. */
  readonly within?: string | undefined;
  /** Whether its first words are shown as well, where there is room. */
  readonly standfirst?: boolean;
  /** How wide its picture is drawn, as the `sizes` of HTML. */
  readonly sizes: string;
  /** Whether its picture is the page's main one. */
  readonly first?: boolean;
  readonly className?: string;
}

/** A story in a block of several. How picture and words stand to each other is the block's to say (bricks.css). */
export function StoryBrick(props: StoryBrickProps) {
  const { card, edition, within, standfirst = false, sizes, first = false, className = '' } = props;
  return (
    <article className={`story brick ${className}`}>
      {card.picture && (
        <div className="brick-picture">
          <Picture picture={card.picture} decorative first={first} sizes={sizes} className="crop" />
        </div>
      )}
      <div className="brick-words">
        <StoryKicker card={card} edition={edition} within={within} />
        <Headline card={card} edition={edition} level={3} className="headline brick-headline text-balance" />
        {standfirst && <Standfirst card={card} edition={edition} className="brick-standfirst text-small" />}
      </div>
    </article>
  );
}
