import type { Edition } from '#components/ui/edition.ts';
import { Time } from '#components/ui/time.tsx';
import type { ArticleCard } from '#features/article/dto.ts';
import { byDay, timeOfDay } from '#lib/dates.ts';
import { languageMark } from '#lib/language.ts';

/** Stories in the order of time, under the days on which they were published. */
export function StoriesByDay({ cards, edition }: { cards: readonly ArticleCard[]; edition: Edition }) {
  return byDay(cards, ({ publishedAt }) => publishedAt, edition.site).map(({ day, things }) => (
    <div key={day} className="by-day">
      <h3 className="meta font-semibold">{day}</h3>
      <ul className="ruled-list">
        {things.map((card) => (
          <li key={card.id} className="flex items-baseline gap-3">
            <span className="meta flex-none tabular-nums">
              {card.dateIs === 'copied' && `${edition.say('list.copied')} `}
              <Time date={card.publishedAt}>{timeOfDay(card.publishedAt, edition.site)}</Time>
            </span>
            <a href={card.href} className="line-link" {...languageMark(card.language, edition.site.language)}>
              {card.headline}
            </a>
          </li>
        ))}
      </ul>
    </div>
  ));
}
