import { teaserOf } from '#components/story/teaser.ts';
import type { Edition } from '#components/ui/edition.ts';
import type { ArticleCard } from '#features/article/dto.ts';
import { languageMark } from '#lib/language.ts';

interface StandfirstProps {
  readonly card: ArticleCard;
  readonly edition: Edition;
  readonly className?: string;
  /** Else as many sentences as a card has room for. */
  readonly whole?: boolean;
}

/** How a story's standfirst begins, under its headline, if it has one. */
export function Standfirst({
  card,
  edition,
  className = 'mbs-1 line-clamp-4 text-small',
  whole = false,
}: StandfirstProps) {
  if (!card.standfirst) return null;
  return (
    <p className={`standfirst ${className}`} {...languageMark(card.language, edition.site.language)}>
      {whole ? card.standfirst : teaserOf(card.standfirst)}
    </p>
  );
}
