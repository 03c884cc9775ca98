import { kickerOf } from '#components/story/kicker.ts';
import type { Edition } from '#components/ui/edition.ts';
import type { ArticleCard } from '#features/article/dto.ts';
import { languageMark } from '#lib/language.ts';

interface StoryKickerProps {
  readonly card: ArticleCard;
  readonly edition: Edition;
  /** The section whose block or list this is: its name is not said again. */
  readonly within?: string | undefined;
}

/** The words over a story's headline. Its own are in its language, those that say its kind or section in the site's. */
export function StoryKicker({ card, edition: { site, say }, within }: StoryKickerProps) {
  const words = kickerOf(card, say, { within });
  if (!words) return null;
  return (
    <p className="kicker" {...(card.kicker ? languageMark(card.language, site.language) : {})}>
      {words}
    </p>
  );
}
