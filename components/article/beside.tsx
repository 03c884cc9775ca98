import { RankingMethod } from '#components/ranking/ranking-method.tsx';
import { StoryLines } from '#components/story/story-lines.tsx';
import { Block } from '#components/ui/block.tsx';
import type { Edition } from '#components/ui/edition.ts';
import type { ArticleCard, RankedCard } from '#features/article/dto.ts';

interface BesideProps {
  readonly related: readonly ArticleCard[];
  readonly ranking: readonly RankedCard[];
  readonly edition: Edition;
}

/** What stands beside a story: stories about the same thing, and what people read most, with the method. */
export function Beside({ related, ranking, edition }: BesideProps) {
  const { say } = edition;
  return (
    <>
      {related.length > 0 && (
        <Block id="related" title={say('related.title')}>
          <StoryLines cards={related} edition={edition} />
        </Block>
      )}
      {ranking.length > 0 && (
        <Block id="ranking" title={say('ranking.title')}>
          <StoryLines cards={ranking.map(({ card }) => card)} edition={edition} numbered />
          <RankingMethod edition={edition} className="mbs-3" />
        </Block>
      )}
    </>
  );
}
