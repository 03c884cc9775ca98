import { StoryLines } from '#components/story/story-lines.tsx';
import { Block } from '#components/ui/block.tsx';
import type { Edition } from '#components/ui/edition.ts';
import type { RankedCard } from '#features/article/dto.ts';
import type { RankingSpan } from '#lib/vocabulary.ts';

interface RankingBlockProps {
  readonly span: RankingSpan;
  readonly ranked: readonly RankedCard[];
  readonly edition: Edition;
}

/** What people read most over one span. */
export function RankingBlock({ span, ranked, edition }: RankingBlockProps) {
  const { say } = edition;
  return (
    <Block id={`ranking-${span}`} title={say(`ranking.${span}`)}>
      {ranked.length > 0 ? (
        <StoryLines cards={ranked.map(({ card }) => card)} edition={edition} numbered />
      ) : (
        <p className="meta">{say('ranking.none')}</p>
      )}
    </Block>
  );
}
