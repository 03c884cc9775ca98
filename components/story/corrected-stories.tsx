import { Headline } from '#components/story/headline.tsx';
import type { Edition } from '#components/ui/edition.ts';
import { Time } from '#components/ui/time.tsx';
import type { ArticleCard, Correction } from '#features/article/dto.ts';
import { fullTime } from '#lib/dates.ts';
import { languageMark } from '#lib/language.ts';

interface CorrectedStoriesProps {
  readonly corrections: readonly (Correction & { readonly card: ArticleCard })[];
  readonly edition: Edition;
}

/** Corrections, each under the headline of its story; a story has one entry for each. */
export function CorrectedStories({ corrections, edition }: CorrectedStoriesProps) {
  const { site, say } = edition;
  if (corrections.length === 0) return <p className="text-soft">{say('corrections.none')}</p>;
  return (
    <ul className="ruled-list">
      {corrections.map(({ id, text, issuedAt, card }) => (
        <li key={id} className="grid gap-1">
          <p className="font-sans text-small text-soft">
            <Time date={issuedAt}>{fullTime(issuedAt, site)}</Time>
          </p>
          <Headline card={card} edition={edition} level={2} />
          <p className="correction-text" {...languageMark(card.language, site.language)}>
            {text}
          </p>
        </li>
      ))}
    </ul>
  );
}
