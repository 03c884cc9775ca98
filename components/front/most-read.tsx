import { RankingMethod } from '#components/ranking/ranking-method.tsx';
import { Block } from '#components/ui/block.tsx';
import type { Edition } from '#components/ui/edition.ts';
import type { RankedCard } from '#features/article/dto.ts';
import { languageMark } from '#lib/language.ts';

/** What people read most, each with its place, and by which method. */
export function MostRead({ ranking, edition }: { ranking: readonly RankedCard[]; edition: Edition }) {
  const { site, say } = edition;
  return (
    <Block id="most-read" title={say('front.mostRead')} className="most-read">
      <ol className="places">
        {ranking.map(({ card }) => (
          <li key={card.id}>
            <a href={card.href} className="line-link" {...languageMark(card.language, site.language)}>
              {card.headline}
            </a>
          </li>
        ))}
      </ol>
      <RankingMethod edition={edition} className="mbs-4" />
    </Block>
  );
}
