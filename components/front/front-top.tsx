import { LatestStories } from '#components/front/latest-stories.tsx';
import { LeadStory } from '#components/front/lead-story.tsx';
import { StoryBrick } from '#components/story/story-brick.tsx';
import type { Edition } from '#components/ui/edition.ts';
import type { Front } from '#features/front/model.ts';

/** The top of the front: the lead, the stories that stand beside it and below it, and the newest by the clock. */
export function FrontTop({ front, edition }: { front: Front; edition: Edition }) {
  const { lead, seconds, latest } = front;
  const beside = besideOf(seconds.length);
  return (
    <div className="front-top">
      <section aria-labelledby="top" className="front-stories">
        <h2 id="top" className="sr-only">
          {edition.say('front.top')}
        </h2>
        {lead && <LeadStory card={lead} edition={edition} />}
        <Seconds cards={seconds.slice(0, beside)} className="front-beside" edition={edition} />
        <Seconds cards={seconds.slice(beside)} className="front-below" edition={edition} />
      </section>
      {latest.length > 0 && <LatestStories cards={latest} edition={edition} />}
    </div>
  );
}

/** The lead is taller than the stories below it: the column beside holds more of them. */
const besideOf = (seconds: number): number => Math.min(seconds, Math.ceil(seconds / 2) + 1);

interface SecondsProps {
  readonly cards: Front['seconds'];
  readonly className: string;
  readonly edition: Edition;
}

function Seconds({ cards, className, edition }: SecondsProps) {
  if (cards.length === 0) return null;
  return (
    <ul className={`front-seconds ${className}`}>
      {cards.map((card) => (
        <li key={card.id}>
          <StoryBrick card={card} edition={edition} standfirst sizes="(min-width: 68rem) 17rem, 6.5rem" />
        </li>
      ))}
    </ul>
  );
}
