import { StoryBrick } from '#components/story/story-brick.tsx';
import { Block } from '#components/ui/block.tsx';
import type { Edition } from '#components/ui/edition.ts';
import type { Front } from '#features/front/model.ts';

interface SectionBlockProps {
  readonly block: Front['sections'][number];
  readonly index: number;
  readonly edition: Edition;
}

/** A section's newest stories on the front. */
export function SectionBlock({ block, index, edition }: SectionBlockProps) {
  return (
    <Block id={`section-${index + 1}`} title={block.name} href={block.href} className="front-section">
      <ul className="bricks">
        {block.cards.map((card) => (
          <li key={card.id}>
            <StoryBrick
              card={card}
              edition={edition}
              within={card.section.name === block.name ? card.section.id : undefined}
            />
          </li>
        ))}
      </ul>
    </Block>
  );
}
