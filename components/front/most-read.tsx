import { RankingMethod } from '#components/ranking/ranking-method.tsx';
import { LineLink } from '#components/story/line-link.tsx';
import { Block } from '#components/ui/block.tsx';
import type { Edition } from '#components/ui/edition.ts';
import type { RankedCard } from '#features/article/dto.ts';

/** What people read most, each with its place, and by which method. */
export function MostRead({ ranking, edition }: { ranking: readonly RankedCard[]; edition: Edition }) {
  return (
    <Block id="most-read" title={edition.say('front.mostRead')} className="most-read">
      <ol className="places">
        {ranking.map(({ card }) => (
          <li key={card.id}>
            <LineLink card={card} edition={edition} />
          </li>
        ))}
      </ol>
      <RankingMethod edition={edition} className="mbs-4" />
    </Block>
  );
}
