import { correctionsId } from '#components/article/correction-list.tsx';
import type { Edition } from '#components/ui/edition.ts';
import { Time } from '#components/ui/time.tsx';
import type { ArticleDetail } from '#features/article/dto.ts';
import { readingMinutes } from '#features/body/model.ts';
import { fullTime } from '#lib/dates.ts';
import type { LanguageMark } from '#lib/language.ts';

interface FactsProps {
  readonly article: ArticleDetail;
  readonly edition: Edition;
  /** The language of the interface, where the story's is another. */
  readonly mark: LanguageMark;
}

/** When the story was published, last changed in substance and corrected, how long it takes to read, how many people viewed it. */
export function Facts({ article, edition: { site, say }, mark }: FactsProps) {
  const { publishedAt, dateIs, updatedAt, wordCount, views } = article;
  const [correction] = article.corrections;
  // To correct is an update too, and the stronger word.
  const isLast = correction?.issuedAt.getTime() === updatedAt?.getTime();
  return (
    <ul className="facts">
      <li {...mark}>
        {say(dateIs === 'original' ? 'article.published' : 'article.copied')}{' '}
        <Time date={publishedAt}>{fullTime(publishedAt, site)}</Time>
      </li>
      {updatedAt && !isLast && (
        <li {...mark}>
          {say('article.updated')} <Time date={updatedAt}>{fullTime(updatedAt, site)}</Time>
        </li>
      )}
      {correction && (
        <li {...mark}>
          {say('article.corrected')}{' '}
          <a href={`#${correctionsId}`}>
            <Time date={correction.issuedAt}>{fullTime(correction.issuedAt, site)}</Time>
          </a>
        </li>
      )}
      <li {...mark}>{say('article.minutes', { count: readingMinutes(wordCount) })}</li>
      <li {...mark}>{say('article.views', { count: views })}</li>
    </ul>
  );
}
