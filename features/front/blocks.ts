import type { ArticleCard, Link } from '#features/article/dto.ts';

/** A section on the front with the stories that it shows there. */
export type Block = Link & { readonly cards: readonly ArticleCard[] };

/**
 * Sections that stand side by side, and how: `feature` shows one story large and the others beside it, `row` shows
 * pictures of one size side by side, `columns` give each section a column of headlines.
 */
export type BlockGroup =
  | { readonly shape: 'feature' | 'row'; readonly block: Block }
  | { readonly shape: 'columns'; readonly blocks: readonly Block[] };

/** How the sections that come first are shown, in turn; those after them stand in columns. */
const turns = ['feature', 'trio', 'row', 'feature', 'trio', 'row'] as const;

const perLine = { trio: 3, columns: 4 } as const;

/** Gives sections varied shapes, in their order, so that none has a hole where a story has no picture. */
export function arrangeBlocks(blocks: readonly Block[]): BlockGroup[] {
  const groups: BlockGroup[] = [];
  let rest = blocks.map(withPictureFirst);
  for (const turn of turns) {
    const [block] = rest;
    if (!block || isThin(block)) break;
    switch (turn) {
      case 'feature':
        groups.push({ shape: block.cards[0]?.picture ? 'feature' : 'row', block });
        rest = rest.slice(1);
        break;
      case 'row':
        groups.push({ shape: 'row', block });
        rest = rest.slice(1);
        break;
      case 'trio':
        groups.push(lineOf(rest.slice(0, perLine.trio)));
        rest = rest.slice(perLine.trio);
        break;
    }
  }
  return [...groups, ...inColumns(rest)];
}

/** A section that cannot fill a line of its own. */
const isThin = ({ cards }: Block): boolean => cards.length < 3;

/** Lines of equal length as far as that goes: five sections stand as three and two. */
function inColumns(blocks: readonly Block[]): BlockGroup[] {
  const lines = Math.ceil(blocks.length / perLine.columns);
  const length = Math.ceil(blocks.length / Math.max(1, lines));
  return Array.from({ length: lines }, (_, line) => blocks.slice(line * length, (line + 1) * length))
    .filter((line) => line.length > 0)
    .map(lineOf);
}

/** Sections side by side; one that is alone has the line for itself. */
function lineOf(blocks: readonly Block[]): BlockGroup {
  const [block, ...others] = blocks;
  return block && others.length === 0 ? { shape: 'row', block } : { shape: 'columns', blocks };
}

/** What stands first is shown large: the newest story that has a picture. */
function withPictureFirst(block: Block): Block {
  const pictured = block.cards.find(({ picture }) => picture !== null);
  return pictured ? { ...block, cards: [pictured, ...block.cards.filter((card) => card !== pictured)] } : block;
}
