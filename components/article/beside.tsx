import { RankingMethod } from '#components/ranking/ranking-method.tsx';
import { StoryLines } from '#components/story/story-lines.tsx';
import { Block } from '#components/ui/block.tsx';
import type { Edition } from '#components/ui/edition.ts';
import type { StoryLists } from '#features/recommendation/model.ts';

interface BesideProps {
  readonly lists: StoryLists;
  readonly edition: Edition;
}

/** What stands beside a story: stories about the same thing, and what people read most, with the method. */
export function Beside({ lists: { related, ranking, unread }, edition }: BesideProps) {
  const { say } = edition;
  return (
    <>
      {related.length > 0 && (
        <Block id="related" title={say('related.title')}>
          <StoryLines cards={related} edition={edition} />
        </Block>
      )}
      {ranking.length + unread.length > 0 && (
        <Block id="ranking" title={say('ranking.title')}>
          {ranking.length > 0 && <StoryLines cards={ranking.map(({ card }) => card)} edition={edition} numbered />}
          {unread.length > 0 && (
            <>
              <p className="meta my-3">{say(ranking.length > 0 ? 'ranking.unread' : 'ranking.allUnread')}</p>
              <StoryLines cards={unread} edition={edition} />
            </>
          )}
          <RankingMethod edition={edition} className="mbs-3" />
        </Block>
      )}
    </>
  );
}
