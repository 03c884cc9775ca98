import { MarkedText } from '#components/search/marked-text.tsx';
import { RowPicture } from '#components/story/row-picture.tsx';
import { StoryDay } from '#components/story/story-day.tsx';
import { StoryKicker } from '#components/story/story-kicker.tsx';
import type { Edition } from '#components/ui/edition.ts';
import type { SearchResult } from '#features/search/dto.ts';
import { age } from '#lib/dates.ts';
import { languageMark } from '#lib/language.ts';

interface FoundStoriesProps {
  readonly results: readonly SearchResult[];
  readonly now: Date;
  readonly edition: Edition;
}

/** The stories that a search found: where in them the words stand, and how old they are. */
export function FoundStories({ results, now, edition }: FoundStoriesProps) {
  return (
    <section aria-labelledby="stories">
      <h2 id="stories" className="sr-only">
        {edition.say('search.results')}
      </h2>
      <ul className="ruled-list">
        {results.map((result) => (
          <li key={result.card.id}>
            <FoundStory result={result} now={now} edition={edition} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function FoundStory({ result, now, edition }: Omit<FoundStoriesProps, 'results'> & { result: SearchResult }) {
  const { card, headline, snippet } = result;
  const mark = languageMark(card.language, edition.site.language);
  return (
    <article className="story row">
      <div className="row-words">
        <StoryKicker card={card} edition={edition} />
        <h3 className="headline row-headline text-balance" {...mark}>
          <a href={card.href} className="story-link">
            <MarkedText pieces={headline} />
          </a>
        </h3>
        {snippet.length > 0 && (
          <p className="standfirst mbs-1 line-clamp-4 text-small" {...mark}>
            <MarkedText pieces={snippet} />
          </p>
        )}
      </div>
      <p className="meta row-day">
        <StoryDay card={card} edition={edition} />
        {card.dateIs === 'original' && (
          <span className="whitespace-nowrap medium:block">
            <span className="medium:hidden" aria-hidden="true">
              {' · '}
            </span>
            {age(card.publishedAt, now, edition.site)}
          </span>
        )}
      </p>
      <RowPicture card={card} />
    </article>
  );
}
