import { LineLink } from '#components/story/line-link.tsx';
import { StoryBrick } from '#components/story/story-brick.tsx';
import { Block } from '#components/ui/block.tsx';
import type { Edition } from '#components/ui/edition.ts';
import type { Block as SectionBlock } from '#features/front/blocks.ts';

interface SectionColumnProps {
  readonly block: SectionBlock;
  /** Names the heading. */
  readonly id: string;
  readonly edition: Edition;
}

/** A section as one column of several: its first story, and the headlines of the others. */
export function SectionColumn({ block, id, edition }: SectionColumnProps) {
  const [first, ...others] = block.cards;
  return (
    <Block id={id} title={block.name} href={block.href} className="front-column">
      {first && (
        <StoryBrick
          card={first}
          edition={edition}
          within={first.section.href === block.href ? first.section.id : undefined}
          standfirst
          sizes="(min-width: 80rem) 38rem, (min-width: 36rem) 46vw, 94vw"
        />
      )}
      {others.length > 0 && (
        <ul className="ruled-list">
          {others.map((card) => (
            <li key={card.id}>
              <LineLink card={card} edition={edition} />
            </li>
          ))}
        </ul>
      )}
    </Block>
  );
}
