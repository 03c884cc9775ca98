import { AuthorNames } from '#components/story/author-names.tsx';
import { Headline } from '#components/story/headline.tsx';
import { Standfirst } from '#components/story/standfirst.tsx';
import { Block } from '#components/ui/block.tsx';
import type { Edition } from '#components/ui/edition.ts';
import type { Link } from '#features/article/dto.ts';
import type { Opinion } from '#features/front/model.ts';

interface OpinionBandProps {
  readonly opinion: Opinion;
  readonly authors: ReadonlyMap<string, readonly Link[]>;
  readonly edition: Edition;
}

/** Opinions on a ground of their own, apart from the news: who says it, then what. */
export function OpinionBand({ opinion, authors, edition }: OpinionBandProps) {
  const title = opinion.section?.name ?? edition.say('front.opinion');
  return (
    <div className="front-opinion">
      <Block id="opinion" title={title} href={opinion.section?.href} className="page">
        <ul className="bricks" data-bricks={opinion.cards.length}>
          {opinion.cards.map((card) => (
            <li key={card.id}>
              <article className="story">
                <AuthorNames authors={authors.get(card.id) ?? []} edition={edition} />
                <Headline card={card} edition={edition} level={3} className="opinion-headline text-balance" />
                <Standfirst card={card} edition={edition} className="mbs-1 line-clamp-2 text-small" />
              </article>
            </li>
          ))}
        </ul>
      </Block>
    </div>
  );
}
