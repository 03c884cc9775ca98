import { BylineLine } from '#components/article/byline-line.tsx';
import { Facts } from '#components/article/facts.tsx';
import { SourceLine } from '#components/article/source-line.tsx';
import { TranslationLine } from '#components/article/translation-line.tsx';
import type { Edition } from '#components/ui/edition.ts';
import type { ArticleDetail } from '#features/article/dto.ts';
import { languageMark } from '#lib/language.ts';

/** Who wrote a story, where it comes from, when, and in which languages it can be read; on a wide page it stands beside the text. */
export function ArticleCredits({ article, edition }: { article: ArticleDetail; edition: Edition }) {
  const mark = languageMark(edition.site.language, article.language);
  return (
    <div className="article-credits">
      <BylineLine bylines={article.bylines} edition={edition} mark={mark} />
      <Facts article={article} edition={edition} mark={mark} />
      <SourceLine article={article} edition={edition} mark={mark} />
      <TranslationLine article={article} edition={edition} mark={mark} />
    </div>
  );
}
