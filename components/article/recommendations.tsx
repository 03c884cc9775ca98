import { Headline } from '#components/story/headline.tsx';
import { KindMark } from '#components/story/kind-mark.tsx';
import { Standfirst } from '#components/story/standfirst.tsx';
import { Block } from '#components/ui/block.tsx';
import type { Edition } from '#components/ui/edition.ts';
import { Picture } from '#components/ui/picture.tsx';
import type { Recommendation } from '#features/article/dto.ts';
import type { Say } from '#lib/messages.ts';

interface RecommendationsProps {
  readonly recommendations: readonly Recommendation[];
  readonly edition: Edition;
}

/** What to read next: a lead with its picture, then the others, each with the reason why it stands here. */
export function Recommendations({ recommendations, edition }: RecommendationsProps) {
  const [lead, ...others] = recommendations;
  if (!lead) return null;
  return (
    <Block id="recommendation" title={edition.say('recommendation.title')} className="article-next no-print">
      <div className="recommendations" data-recommendations>
        <div className="recommended-lead">
          <Lead recommendation={lead} edition={edition} />
        </div>
        <ul className="ruled-list recommended">
          {others.map((recommendation) => (
            <li key={recommendation.card.id}>
              <article className="story" data-story={recommendation.card.id}>
                <KindMark card={recommendation.card} edition={edition} />
                <Headline card={recommendation.card} edition={edition} level={3} className="headline text-balance" />
                <p className="meta">{reasonOf(recommendation, edition.say)}</p>
              </article>
            </li>
          ))}
        </ul>
        <ReadNote say={edition.say} />
      </div>
    </Block>
  );
}

function Lead({ recommendation, edition }: { recommendation: Recommendation; edition: Edition }) {
  const { card } = recommendation;
  return (
    <article className="story" data-story={card.id}>
      {card.picture && (
        <Picture
          picture={card.picture}
          decorative
          sizes="(min-width: 68rem) 25rem, (min-width: 48rem) 47vw, 94vw"
          className="crop mbe-3"
        />
      )}
      <KindMark card={card} edition={edition} />
      <Headline card={card} edition={edition} level={3} className="headline text-balance" />
      <Standfirst card={card} edition={edition} />
      <p className="meta mbs-1">{reasonOf(recommendation, edition.say)}</p>
    </article>
  );
}

/** Shown by islands/read-stories.ts where something has stepped back. */
function ReadNote({ say }: { say: Say }) {
  return (
    <p className="recommended-note meta" data-part="read" hidden>
      {say('recommendation.stepBack')}{' '}
      <button type="button" className="words-button">
        {say('recommendation.forget')}
      </button>
    </p>
  );
}

function reasonOf({ reason, section }: Recommendation, say: Say): string {
  switch (reason) {
    case 'pinned':
    case 'co_read':
    case 'related':
      return say(`recommendation.${reason}`);
    case 'read':
    case 'new':
      return say(`recommendation.${reason}`, { section });
  }
}
