import { Headline } from '#components/story/headline.tsx';
import { RowPicture } from '#components/story/row-picture.tsx';
import { Standfirst } from '#components/story/standfirst.tsx';
import { StoryDay } from '#components/story/story-day.tsx';
import { StoryKicker } from '#components/story/story-kicker.tsx';
import type { Edition } from '#components/ui/edition.ts';
import type { ArticleCard } from '#features/article/dto.ts';

interface StoryRowProps {
  readonly card: ArticleCard;
  readonly edition: Edition;
  /** The section whose list this is: its name is not said again. */
  readonly within?: string;
}

/** A story in a list: words, a small picture, and the day, which stands at the side where there is room. */
export function StoryRow({ card, edition, within }: StoryRowProps) {
  return (
    <article className="story row">
      <div className="row-words">
        <StoryKicker card={card} edition={edition} within={within} />
        <Headline card={card} edition={edition} level={3} className="headline row-headline text-balance" />
        <Standfirst card={card} edition={edition} />
      </div>
      <p className="meta row-day">
        <StoryDay card={card} edition={edition} />
      </p>
      <RowPicture card={card} />
    </article>
  );
}
