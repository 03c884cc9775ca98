import { Headline } from '#components/story/headline.tsx';
import { kickerOf } from '#components/story/kicker.ts';
import type { Edition } from '#components/ui/edition.ts';
import { Picture } from '#components/ui/picture.tsx';
import type { ArticleCard } from '#features/article/dto.ts';
import { languageMark } from '#lib/language.ts';

interface StoryBrickProps {
  readonly card: ArticleCard;
  readonly edition: Edition;
  /** The section whose block this is: its name is not said again. */
  readonly within?: string;
  /** Whether its first words are shown as well, where there is room. */
  readonly standfirst?: boolean;
}

/** A story in a block of several: picture beside its headline on a phone, above it where there is room. */
export function StoryBrick({ card, edition, within, standfirst = false }: StoryBrickProps) {
  const kicker = kickerOf(card, edition.say, { within });
  return (
    <article className="story brick">
      {card.picture && (
        <div className="brick-picture">
          <Picture picture={card.picture} decorative sizes="(min-width: 36rem) 18rem, 7rem" className="crop" />
        </div>
      )}
      <div className="min-w-0 flex-1">
        {kicker && <p className="kicker">{kicker}</p>}
        <Headline card={card} edition={edition} level={3} className="text-title font-semibold text-pretty" />
        {standfirst && card.standfirst && (
          <p
            className="mbs-1 line-clamp-2 text-small text-soft max-medium:hidden"
            {...languageMark(card.language, edition.site.language)}
          >
            {card.standfirst}
          </p>
        )}
      </div>
    </article>
  );
}
