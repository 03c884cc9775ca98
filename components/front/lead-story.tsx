import { Headline } from '#components/story/headline.tsx';
import { Standfirst } from '#components/story/standfirst.tsx';
import { StoryKicker } from '#components/story/story-kicker.tsx';
import type { Edition } from '#components/ui/edition.ts';
import { Picture } from '#components/ui/picture.tsx';
import type { ArticleCard } from '#features/article/dto.ts';

/** The first story of the front. */
export function LeadStory({ card, edition }: { card: ArticleCard; edition: Edition }) {
  return (
    <article className="story front-lead">
      {card.picture && (
        <Picture
          picture={card.picture}
          decorative
          first
          sizes="(min-width: 80rem) 42rem, (min-width: 68rem) 52vw, 94vw"
          className="crop mbe-4"
        />
      )}
      <StoryKicker card={card} edition={edition} />
      <Headline
        card={card}
        edition={edition}
        level={3}
        className={`headline text-balance ${card.picture ? 'text-huge' : 'text-head'}`}
      />
      <Standfirst card={card} edition={edition} className="mbs-3 text-base text-pretty" whole />
    </article>
  );
}
