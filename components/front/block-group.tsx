import { SectionColumn } from '#components/front/section-column.tsx';
import { StoryBrick } from '#components/story/story-brick.tsx';
import { Block } from '#components/ui/block.tsx';
import type { Edition } from '#components/ui/edition.ts';
import type { ArticleCard, Link } from '#features/article/dto.ts';
import type { BlockGroup as Group } from '#features/front/blocks.ts';

interface BlockGroupProps {
  readonly group: Group;
  /** Counts the groups of the page; names their headings. */
  readonly index: number;
  readonly edition: Edition;
}

/** A section on the front, or several side by side, in the shape that was chosen for them. */
export function BlockGroup({ group, index, edition }: BlockGroupProps) {
  const id = `section-${index + 1}`;
  switch (group.shape) {
    case 'feature':
      return <Feature block={group.block} id={id} edition={edition} />;
    case 'row':
      return <Row block={group.block} id={id} edition={edition} />;
    case 'columns':
      return (
        <div className="front-columns" data-columns={group.blocks.length}>
          {group.blocks.map((block, place) => (
            <SectionColumn key={block.href} block={block} id={`${id}-${place + 1}`} edition={edition} />
          ))}
        </div>
      );
  }
}

interface ShapeProps {
  readonly block: Link & { readonly cards: readonly ArticleCard[] };
  readonly id: string;
  readonly edition: Edition;
}

/** The section's own stories do not say its name again; those of sections under it say theirs. */
const withinOf = (card: ArticleCard, { href }: Link): string | undefined =>
  card.section.href === href ? card.section.id : undefined;

/** One story large, the others beside it, their pictures small. */
function Feature({ block, id, edition }: ShapeProps) {
  const [first, ...others] = block.cards;
  return (
    <Block id={id} title={block.name} href={block.href} className="front-feature">
      {first && (
        <StoryBrick
          card={first}
          edition={edition}
          within={withinOf(first, block)}
          standfirst
          sizes="(min-width: 80rem) 39rem, (min-width: 48rem) 48vw, 94vw"
          className="brick-large"
        />
      )}
      <ul className="ruled-list">
        {others.map((card) => (
          <li key={card.id}>
            <StoryBrick
              card={card}
              edition={edition}
              within={withinOf(card, block)}
              standfirst
              sizes="(min-width: 48rem) 9rem, 6.5rem"
            />
          </li>
        ))}
      </ul>
    </Block>
  );
}

/** Pictures of one size side by side; stories without one stand below in lines of their own. */
function Row({ block, id, edition }: ShapeProps) {
  const pictured = block.cards.filter(({ picture }) => picture !== null);
  const worded = block.cards.filter(({ picture }) => picture === null);
  return (
    <Block id={id} title={block.name} href={block.href} className="front-row">
      {[pictured, worded].map(
        (cards, line) =>
          cards.length > 0 && (
            <ul key={line === 0 ? 'pictured' : 'worded'} className="bricks" data-bricks={cards.length}>
              {cards.map((card) => (
                <li key={card.id}>
                  <StoryBrick
                    card={card}
                    edition={edition}
                    within={withinOf(card, block)}
                    standfirst
                    sizes="(min-width: 48rem) 23vw, 6.5rem"
                  />
                </li>
              ))}
            </ul>
          ),
      )}
    </Block>
  );
}
