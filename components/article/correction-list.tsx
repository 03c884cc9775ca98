import type { Edition } from '#components/ui/edition.ts';
import { Time } from '#components/ui/time.tsx';
import type { ArticleDetail } from '#features/article/dto.ts';
import { correctionsHref } from '#features/correction/model.ts';
import { fullTime } from '#lib/dates.ts';
import { languageMark } from '#lib/language.ts';

/** Where on its page a story's corrections stand. */
export const correctionsId = 'corrections';

/** What was wrong in a story; nothing where nothing was. */
export function CorrectionList({ article, edition: { site, say } }: { article: ArticleDetail; edition: Edition }) {
  if (article.corrections.length === 0) return null;
  return (
    <section className="corrections" aria-labelledby={correctionsId}>
      <h2 id={correctionsId} className="font-bold">
        {say('corrections.title')}
      </h2>
      <ul>
        {article.corrections.map(({ id, text, issuedAt }) => (
          <li key={id}>
            <p className="font-sans text-small text-soft">
              <Time date={issuedAt}>{fullTime(issuedAt, site)}</Time>
            </p>
            <p className="correction-text" {...languageMark(article.language, site.language)}>
              {text}
            </p>
          </li>
        ))}
      </ul>
      <p>
        <a href={correctionsHref} className="plain-link font-sans text-small">
          {say('corrections.all')}
        </a>
      </p>
    </section>
  );
}
