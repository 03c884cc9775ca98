import type { Block, BodyDocument, Inline, TableRow } from './schema.ts';

/** Words a minute of silent reading (Brysbaert 2019, non-fiction); words as `wordCount` finds them, in any script. */
const wordsPerMinute = 238;

/** The body as plain text for search, feeds and reading: blocks parted by blank lines, a table's cells by tabs. */
export function bodyText(body: BodyDocument): string {
  return blocksText(body.content);
}

/** How many words the text has, by the script's own rules: `北朝鮮がロシアに` is four, not one. */
export function wordCount(body: BodyDocument, language = 'en'): number {
  let count = 0;
  for (const { isWordLike } of segmenter(language).segment(bodyText(body))) if (isWordLike) count += 1;
  return count;
}

/** Whole minutes to read so many words, at least one. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / wordsPerMinute));
}

/** The characters of one line, without marks. */
export function inlineText(content: readonly Inline[] = []): string {
  return content.map((node) => (node.type === 'text' ? node.text : '\n')).join('');
}

/** Every block of the body and of its blocks, in reading order. */
export function* allBlocks(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block;
    yield* allBlocks(children(block));
  }
}

function blocksText(blocks: readonly Block[], between = '\n\n'): string {
  return blocks
    .map(blockText)
    .filter((text) => text.trim() !== '')
    .join(between);
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return inlineText(block.content);
    case 'codeBlock':
      return (block.content ?? []).map(({ text }) => text).join('');
    case 'blockquote':
      return blocksText(block.content);
    case 'bulletList':
    case 'orderedList':
      return block.content.map((item) => blocksText(item.content, '\n')).join('\n');
    case 'table':
      return block.content.map(rowText).join('\n');
    case 'image':
      return block.attrs.caption ?? '';
    case 'embed':
      return block.attrs.title ?? '';
    case 'horizontalRule':
      return '';
    default:
      return block satisfies never;
  }
}

function rowText(row: TableRow): string {
  return row.content.map((cell) => blocksText(cell.content, ' ')).join('\t');
}

function children(block: Block): readonly Block[] {
  switch (block.type) {
    case 'blockquote':
      return block.content;
    case 'bulletList':
    case 'orderedList':
      return block.content.flatMap((item) => item.content);
    case 'table':
      return block.content.flatMap((row) => row.content.flatMap((cell) => cell.content));
    case 'paragraph':
    case 'heading':
    case 'codeBlock':
    case 'image':
    case 'embed':
    case 'horizontalRule':
      return [];
    default:
      return block satisfies never;
  }
}

/** Built once a language: making one costs more than counting a story. */
const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(language: string): Intl.Segmenter {
  let found = segmenters.get(language);
  if (!found) {
    found = new Intl.Segmenter(language, { granularity: 'word' });
    segmenters.set(language, found);
  }
  return found;
}
