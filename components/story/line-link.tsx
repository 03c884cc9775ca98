import { KindMark } from '#components/story/kind-mark.tsx';
import type { Edition } from '#components/ui/edition.ts';
import type { ArticleCard } from '#features/article/dto.ts';
import { languageMark } from '#lib/language.ts';

/** A headline as one line of a list of words alone. Of what is not plain news its kind stands before it. */
export function LineLink({ card, edition }: { card: ArticleCard; edition: Edition }) {
  return (
    <>
      <KindMark card={card} edition={edition} />
      <a href={card.href} className="line-link" {...languageMark(card.language, edition.site.language)}>
        {card.headline}
      </a>
    </>
  );
}
