import type { Edition } from '#components/ui/edition.ts';
import type { ArticleCard } from '#features/article/dto.ts';
import { languageMark } from '#lib/language.ts';

interface HeadlineProps {
  readonly card: ArticleCard;
  readonly edition: Edition;
  readonly level: 2 | 3;
  readonly className?: string;
}

/** A story's headline, whole, as the one link to it. In a `story` the link covers its picture too. */
export function Headline({ card, edition, level, className = 'headline text-title' }: HeadlineProps) {
  const Heading = `h${level}` as const;
  return (
    <Heading className={className} {...languageMark(card.language, edition.site.language)}>
      <a href={card.href} className="story-link">
        {card.headline}
      </a>
    </Heading>
  );
}
