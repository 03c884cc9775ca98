import { SectionColumn } from '#components/front/section-column.tsx';
import { FeatureStories, type FeatureStoriesProps } from '#components/story/feature-stories.tsx';
import { StoryBrick } from '#components/story/story-brick.tsx';
import { Block } from '#components/ui/block.tsx';
import type { Edition } from '#components/ui/edition.ts';
import type { BlockGroup as Group, Block as SectionBlock } from '#features/front/blocks.ts';

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
  readonly block: SectionBlock;
  readonly id: string;
  readonly edition: Edition;
}

/** The section's own stories do not say its name again; those of sections under it say theirs. */
const withinOf = ({ href, cards }: SectionBlock): string | undefined =>
  cards.find(({ section }) => section.href === href)?.section.id;

/** One story large, the others beside it. */
function Feature({ block, id, edition }: ShapeProps) {
  return (
    <Block id={id} title={block.name} href={block.href} className="front-feature">
      <FeatureStories cards={block.cards} edition={edition} within={withinOf(block)} />
    </Block>
  );
}

/** Pictures of one size side by side; stories without one stand below in lines of their own. */
function Row({ block, id, edition }: ShapeProps) {
  const pictured = block.cards.filter(({ picture }) => picture !== null);
  const worded = block.cards.filter(({ picture }) => picture === null);
  return (
    <Block id={id} title={block.name} href={block.href} className="front-row">
      <Bricks cards={pictured} within={withinOf(block)} edition={edition} />
      <Bricks cards={worded} within={withinOf(block)} edition={edition} />
    </Block>
  );
}

function Bricks({ cards, within, edition }: Omit<FeatureStoriesProps, 'first'>) {
  if (cards.length === 0) return null;
  return (
    <ul className="bricks" data-bricks={cards.length}>
      {cards.map((card) => (
        <li key={card.id}>
          <StoryBrick
            card={card}
            edition={edition}
            within={within}
            standfirst
            sizes="(min-width: 48rem) 23vw, 6.5rem"
          />
        </li>
      ))}
    </ul>
  );
}
