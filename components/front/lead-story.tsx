import { Headline } from '#components/story/headline.tsx';
import { kickerOf } from '#components/story/kicker.ts';
import type { Edition } from '#components/ui/edition.ts';
import { Picture } from '#components/ui/picture.tsx';
import type { ArticleCard } from '#features/article/dto.ts';
import { languageMark } from '#lib/language.ts';

/** The first story of the front. */
export function LeadStory({ card, edition }: { card: ArticleCard; edition: Edition }) {
  return (
    <article className="story front-lead">
      {card.picture && (
        <Picture
          picture={card.picture}
          decorative
          first
          sizes="(min-width: 68rem) 38rem, 100vw"
          className="crop mbe-3"
        />
      )}
      <p className="kicker">{kickerOf(card, edition.say)}</p>
      <Headline card={card} edition={edition} level={3} className="text-huge font-bold text-balance" />
      {card.standfirst && (
        <p className="mbs-2 text-base text-soft text-pretty" {...languageMark(card.language, edition.site.language)}>
          {card.standfirst}
        </p>
      )}
    </article>
  );
}
