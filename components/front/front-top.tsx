import { LeadStory } from '#components/front/lead-story.tsx';
import { StoriesByDay } from '#components/story/stories-by-day.tsx';
import { StoryBrick } from '#components/story/story-brick.tsx';
import { Block } from '#components/ui/block.tsx';
import type { Edition } from '#components/ui/edition.ts';
import type { Front } from '#features/front/model.ts';

/** The top of the front: the lead, the stories that stand beside it, and the newest by the clock. */
export function FrontTop({ front, edition }: { front: Front; edition: Edition }) {
  const { lead, seconds, latest } = front;
  return (
    <div className="front-top">
      <section aria-labelledby="top" className="front-stories">
        <h2 id="top" className="sr-only">
          {edition.say('front.top')}
        </h2>
        {lead && <LeadStory card={lead} edition={edition} />}
        {seconds.length > 0 && (
          <ul className="bricks front-seconds">
            {seconds.map((card) => (
              <li key={card.id}>
                <StoryBrick card={card} edition={edition} standfirst />
              </li>
            ))}
          </ul>
        )}
      </section>
      {latest.length > 0 && (
        <Block id="latest" title={edition.say('front.latest')} className="front-latest">
          <StoriesByDay cards={latest} edition={edition} />
        </Block>
      )}
    </div>
  );
}
