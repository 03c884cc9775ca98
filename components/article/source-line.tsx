import type { Edition } from '#components/ui/edition.ts';
import type { ArticleDetail } from '#features/article/dto.ts';

/** Where a story was written and by which agency, with the way to the original and the licence that it is under. */
export function SourceLine({ article, edition: { say } }: { article: ArticleDetail; edition: Edition }) {
  const { datelinePlace, sourceAgency, sourceUrl, licence } = article;
  if (!(datelinePlace || sourceAgency || sourceUrl || licence)) return null;
  return (
    <ul className="facts">
      {(datelinePlace || sourceAgency) && (
        <li>
          <bdi>
            {[datelinePlace, sourceAgency && (datelinePlace ? `(${sourceAgency})` : sourceAgency)]
              .filter(Boolean)
              .join(' ')}
          </bdi>
        </li>
      )}
      {sourceUrl && (
        <li>
          <a href={sourceUrl} rel="external" className="plain-link">
            {say('article.original')}
          </a>{' '}
          <bdi className="text-soft">{new URL(sourceUrl).hostname.replace(/^www\./, '')}</bdi>
        </li>
      )}
      {licence && (
        <li>
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
