import type { Edition } from '#components/ui/edition.ts';
import type { ArticleDetail } from '#features/article/dto.ts';
import { ownName } from '#features/translation/model.ts';
import { type LanguageMark, languageMark } from '#lib/language.ts';

interface TranslationLineProps {
  readonly article: ArticleDetail;
  readonly edition: Edition;
  /** The language of the interface, where the story's is another. */
  readonly mark: LanguageMark;
}

/** The other languages in which the story can be read, each by its own name. */
export function TranslationLine({ article, edition: { say }, mark }: TranslationLineProps) {
  if (article.translations.length === 0) return null;
  return (
    <ul className="facts">
      <li {...mark}>{say('article.translations')}</li>
      {article.translations.map(({ language, href }) => (
        <li key={language} {...languageMark(language, article.language)}>
          <a href={href} hrefLang={language} rel="alternate" className="plain-link">
            {ownName(language)}
          </a>
        </li>
      ))}
    </ul>
  );
}
