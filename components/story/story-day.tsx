import type { Edition } from '#components/ui/edition.ts';
import { Time } from '#components/ui/time.tsx';
import type { ArticleCard } from '#features/article/dto.ts';
import { shortDay } from '#lib/dates.ts';

/** The day of a story in a list; of one whose own day is not known, the day of copying, which is said. */
export function StoryDay({ card, edition }: { card: ArticleCard; edition: Edition }) {
  return (
    <>
      {card.dateIs === 'copied' && `${edition.say('list.copied')} `}
      <Time date={card.publishedAt}>{shortDay(card.publishedAt, edition.site)}</Time>
    </>
  );
}
