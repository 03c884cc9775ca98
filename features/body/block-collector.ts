import type { Block, Inline, Mark, Paragraph } from './schema.ts';
import { tidyLines } from './tidy-line.ts';

/**
 * Gathers the blocks of one container while its markup is walked: loose text becomes paragraphs, and what cannot stand
 * inside a line (a picture in the middle of a sentence) waits for the end of it.
 */
export class BlockCollector {
  private readonly finished: Block[] = [];
  private line: Inline[] = [];
  private waiting: Block[] = [];

  addText(text: string, marks: readonly Mark[]): void {
    this.line.push({ type: 'text', text, marks: [...marks] });
  }

  addBreak(): void {
    this.line.push({ type: 'hardBreak' });
  }

  addBlock(block: Block): void {
    this.endLine();
    this.finished.push(block);
  }

  addBesideLine(block: Block): void {
    this.waiting.push(block);
  }

  endLine(): void {
    for (const content of tidyLines(this.line)) this.finished.push({ type: 'paragraph', content });
    this.finished.push(...this.waiting);
    this.line = [];
    this.waiting = [];
  }

  blocks(): Block[] {
    this.endLine();
    return this.finished;
  }
}

/** The blocks as one that holds blocks wants them: at least one, if need be an empty paragraph. */
export function atLeastOne(blocks: Block[]): [Block, ...Block[]] {
  const [first, ...rest] = blocks;
  return first ? [first, ...rest] : [{ type: 'paragraph' }];
}

/** The blocks as a list item wants them: beginning with a paragraph. */
export function paragraphFirst(blocks: Block[]): [Paragraph, ...Block[]] {
  const [first, ...rest] = blocks;
  if (first?.type === 'paragraph') return [first, ...rest];
  if (first?.type === 'heading') return [{ type: 'paragraph', content: first.content }, ...rest];
  return [{ type: 'paragraph' }, ...blocks];
}
