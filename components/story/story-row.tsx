import { Headline } from '#components/story/headline.tsx';
import { kickerOf } from '#components/story/kicker.ts';
import { StoryDay } from '#components/story/story-day.tsx';
import type { Edition } from '#components/ui/edition.ts';
import { Picture } from '#components/ui/picture.tsx';
import type { ArticleCard } from '#features/article/dto.ts';
import { languageMark } from '#lib/language.ts';

interface StoryRowProps {
  readonly card: ArticleCard;
  readonly edition: Edition;
  /** The section whose list this is: its name is not said again. */
  readonly within?: string;
}

/** A story in a list: words, a small picture, and the day, which stands at the side where there is room. */
export function StoryRow({ card, edition, within }: StoryRowProps) {
  const kicker = kickerOf(card, edition.say, { within });
  return (
    <article className="story row">
      <div className="row-words">
        {kicker && <p className="kicker">{kicker}</p>}
        <Headline card={card} edition={edition} level={3} className="text-large font-semibold text-pretty" />
        {card.standfirst && (
          <p
            className="mbs-1 line-clamp-3 text-small text-soft"
            {...languageMark(card.language, edition.site.language)}
          >
            {card.standfirst}
          </p>
        )}
      </div>
      <p className="meta row-day">
        <StoryDay card={card} edition={edition} />
      </p>
      {card.picture && (
        <div className="row-picture">
          <Picture picture={card.picture} decorative sizes="(min-width: 48rem) 14rem, 7rem" className="crop" />
        </div>
      )}
    </article>
  );
}
