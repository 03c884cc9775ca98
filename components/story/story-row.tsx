import { Headline } from '#components/story/headline.tsx';
import { kickerOf } from '#components/story/kicker.ts';
import type { Edition } from '#components/ui/edition.ts';
import { Picture } from '#components/ui/picture.tsx';
import { Time } from '#components/ui/time.tsx';
import type { ArticleCard } from '#features/article/dto.ts';
import { shortDay } from '#lib/dates.ts';
import { languageMark } from '#lib/language.ts';

interface StoryRowProps {
  readonly card: ArticleCard;
  readonly edition: Edition;
  /** The section whose list this is: its name is not said again. */
  readonly within?: string;
}

/** A story in a list: words, and a small picture at the end of the row. */
export function StoryRow({ card, edition, within }: StoryRowProps) {
  const kicker = kickerOf(card, edition.say, { within });
  return (
    <article className="story flex gap-4">
      <div className="min-w-0 flex-1">
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
        <p className="meta mbs-1">
          <Time date={card.publishedAt}>{shortDay(card.publishedAt, edition.site)}</Time>
        </p>
      </div>
      {card.picture && (
        <div className="w-28 flex-none small:w-44">
          <Picture picture={card.picture} decorative sizes="(min-width: 36rem) 11rem, 7rem" className="crop" />
        </div>
      )}
    </article>
  );
}
