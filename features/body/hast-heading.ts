import type { Element } from 'hast';
import { attribute, descendants } from './hast-text.ts';
import { withoutOverallBold } from './overall-bold.ts';
import type { Block, BlockOf, Inline } from './schema.ts';

/**
 * A heading and whatever else stood in it (a picture), which follows it. The ids that led to it, its own or those of
 * anchors inside, are noted in `headingsById`. A heading that is bold as a whole is not marked bold.
 */
export function headingBlocks(element: Element, inside: readonly Block[], headingsById: Map<string, Block>): Block[] {
  const lines = inside.filter((block) => block.type === 'paragraph' || block.type === 'heading');
  const rest = inside.filter((block) => !lines.some((line) => line === block));
  if (lines.length === 0) return rest;
  const heading: BlockOf<'heading'> = {
    type: 'heading',
    attrs: { level: levelOf(element) },
    content: withoutOverallBold(joinLines(lines.map(({ content }) => content ?? []))),
  };
  for (const anchor of [element, ...descendants(element, 'a', 'span')]) {
    for (const id of [attribute(anchor, 'id'), attribute(anchor, 'name')]) if (id) headingsById.set(id, heading);
  }
  return [heading, ...rest];
}

/** Makes the levels step down one at a time from 2, as readers who go by headings need them. Changes the blocks given. */
export function levelHeadings(blocks: Iterable<Block>): void {
  const open: number[] = [];
  for (const block of blocks) {
    if (block.type !== 'heading') continue;
    while (open.length > 0 && (open.at(-1) ?? 0) >= block.attrs.level) open.pop();
    open.push(block.attrs.level);
    block.attrs.level = within(open.length + 1);
  }
}

function levelOf(element: Element): 2 | 3 | 4 {
  return within(Number(element.tagName.slice(1)));
}

function within(level: number): 2 | 3 | 4 {
  if (level <= 2) return 2;
  return level === 3 ? 3 : 4;
}

function joinLines(lines: readonly Inline[][]): Inline[] {
  return lines.flatMap((line, index) => (index === 0 ? line : [{ type: 'text', text: ' ' } as const, ...line]));
}
