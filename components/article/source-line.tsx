import type { Edition } from '#components/ui/edition.ts';
import type { ArticleDetail } from '#features/article/dto.ts';
import type { LanguageMark } from '#lib/language.ts';

interface SourceLineProps {
  readonly article: ArticleDetail;
  readonly edition: Edition;
  /** The language of the interface, where the story's is another. */
  readonly mark: LanguageMark;
}

/** Where a story was written and by which agency, with the way to the original and the licence that it is under. */
export function SourceLine({ article, edition: { say }, mark }: SourceLineProps) {
  const { datelinePlace, sourceAgency, sourceUrl, licence } = article;
  const agency = datelinePlace && sourceAgency ? `(${sourceAgency})` : sourceAgency;
  if (!(datelinePlace || agency || sourceUrl || licence)) return null;
  return (
    <ul className="facts">
      {(datelinePlace || agency) && (
        <li>
          <bdi>{[datelinePlace, agency].filter(Boolean).join(' ')}</bdi>
        </li>
      )}
      {sourceUrl && (
        <li {...mark}>
          <a href={sourceUrl} rel="external" className="plain-link">
            {say('article.original')}
          </a>{' '}
          <span className="text-soft">{new URL(sourceUrl).hostname.replace(/^www[.]/, '')}</span>
        </li>
      )}
      {licence && (
        <li {...mark}>
          {say('article.licence')}: <Licence licence={licence} />
        </li>
      )}
    </ul>
  );
}

/** A licence is named or is an address; an address is linked. */
function Licence({ licence }: { licence: string }) {
  if (!/^https?:\/\//.test(licence)) return <bdi>{licence}</bdi>;
  return (
    <a href={licence} rel="license" className="plain-link break-all">
      {licence}
    </a>
  );
}
