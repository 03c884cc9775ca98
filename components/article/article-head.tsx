import { kickerOf } from '#components/story/kicker.ts';
import type { Edition } from '#components/ui/edition.ts';
import type { ArticleDetail } from '#features/article/dto.ts';
import { languageMark } from '#lib/language.ts';

/** What stands over a story: what kind it is, its headline whole, and its standfirst. */
export function ArticleHead({ article, edition }: { article: ArticleDetail; edition: Edition }) {
  const mark = languageMark(edition.site.language, article.language);
  return (
    <header className="article-head">
      <p className="kicker">
        <a href={article.section.href} className="quiet-link" {...(article.kicker ? {} : mark)}>
          {kickerOf(article, edition.say)}
        </a>
      </p>
      <h1 className={`headline ${article.headline.length > longHeadline ? 'text-long' : 'text-head'}`}>
        {article.headline}
      </h1>
      {article.standfirst && <p className="article-standfirst">{article.standfirst}</p>}
      {article.archived && (
        <p className="note mbs-4" {...mark}>
          {edition.say('article.archived')}
        </p>
      )}
    </header>
  );
}

/** Letters from which a headline is set smaller, so that the story still begins on the first screen. */
const longHeadline = 90;
