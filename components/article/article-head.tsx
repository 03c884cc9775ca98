import { BylineLine } from '#components/article/byline-line.tsx';
import { Facts } from '#components/article/facts.tsx';
import { SourceLine } from '#components/article/source-line.tsx';
import { kickerOf } from '#components/story/kicker.ts';
import type { Edition } from '#components/ui/edition.ts';
import type { ArticleDetail } from '#features/article/dto.ts';
import { languageMark } from '#lib/language.ts';

/** What stands over a story: what kind it is, its headline whole, who wrote it, when, and where it comes from. */
export function ArticleHead({ article, edition }: { article: ArticleDetail; edition: Edition }) {
  const mark = languageMark(edition.site.language, article.language);
  return (
    <header className="article-head">
      <p className="kicker">
        <a href={article.section.href} className="quiet-link" {...(article.kicker ? {} : mark)}>
          {kickerOf(article, edition.say)}
        </a>
      </p>
      <h1 className="text-head font-bold text-balance">{article.headline}</h1>
      {article.standfirst && <p className="mbs-3 text-large font-normal text-soft text-pretty">{article.standfirst}</p>}
      <div className="mbs-4 grid gap-1 border-bs border-rule pbs-3 font-sans text-small">
        <BylineLine bylines={article.bylines} edition={edition} mark={mark} />
        <SourceLine article={article} edition={edition} mark={mark} />
        <Facts article={article} edition={edition} mark={mark} />
      </div>
      {article.archived && (
        <p className="note mbs-4" {...mark}>
          {edition.say('article.archived')}
        </p>
      )}
    </header>
  );
}
