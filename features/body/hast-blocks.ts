import type { Element, Nodes, RootContent } from 'hast';
import { atLeastOne, BlockCollector, paragraphFirst } from './block-collector.ts';
import { cleanLine, cleanText, isBlank } from './clean-text.ts';
import { embedOf, isEmojiPicture, pictureEmbedOf } from './hast-embed.ts';
import { headingBlocks } from './hast-heading.ts';
import { marksInside } from './hast-marks.ts';
import { isLayoutTable, tableParts, tableRows } from './hast-table.ts';
import { attribute, descendants, hastText } from './hast-text.ts';
import type { Block, ListItem, Mark } from './schema.ts';

/** Where the walk stands: the marks around it, how deep in blocks, and what it may need to know of the page. */
export interface Scope {
  marks: readonly Mark[];
  depth: number;
  pageUrl?: string;
  /** The caption of the figure that the walk is in. */
  caption?: string;
  /** Filled on the way: which heading an id of the page stood on. */
  headingsById: Map<string, Block>;
}

/** Lists, quotations and tables deeper than this are read as if the inner ones were not marked up. */
const deepest = 7;

/** The blocks below a node of HTML. */
export function blocksBelow(node: Nodes, scope: Scope): Block[] {
  const out = new BlockCollector();
  walkChildren(node, scope, out);
  return out.blocks();
}

type Handler = (element: Element, scope: Scope, out: BlockCollector) => void;

function walkChildren(node: Nodes, scope: Scope, out: BlockCollector): void {
  if ('children' in node) for (const child of node.children) walk(child, scope, out);
}

function walk(node: RootContent, scope: Scope, out: BlockCollector): void {
  if (node.type === 'text') out.addText(node.value, scope.marks);
  if (node.type !== 'element') return;
  const handler = handlers.get(node.tagName) ?? inline;
  handler(node, scope, out);
}

const inline: Handler = (element, scope, out) => {
  if (element.properties.dataFootnoteBackref !== undefined) return;
  walkChildren(element, { ...scope, marks: marksInside(element, scope.marks, scope.pageUrl) }, out);
};

const container: Handler = (element, scope, out) => {
  out.endLine();
  walkChildren(element, scope, out);
  out.endLine();
};

const nothing: Handler = () => undefined;

const heading: Handler = (element, scope, out) => {
  for (const block of headingBlocks(element, blocksBelow(element, { ...scope, marks: [] }), scope.headingsById)) {
    out.addBlock(block);
  }
};

const quotation: Handler = (element, scope, out) => {
  if (scope.depth >= deepest) return container(element, scope, out);
  const content = blocksBelow(element, { ...scope, depth: scope.depth + 1 });
  if (content.length > 0) out.addBlock({ type: 'blockquote', content });
};

const list: Handler = (element, scope, out) => {
  if (scope.depth >= deepest) return container(element, scope, out);
  const content = listItems(element, { ...scope, depth: scope.depth + 1 });
  if (content.length === 0) return;
  if (element.tagName !== 'ol') return out.addBlock({ type: 'bulletList', content });
  const start = Number.parseInt(attribute(element, 'start') ?? '1', 10);
  const isUsable = start >= 0 && start <= 1_000_000;
  out.addBlock({ type: 'orderedList', attrs: { start: isUsable ? start : 1 }, content });
};

/** Each `<li>` is an item, and so is whatever stands loose between them; one list right inside another joins the item above. */
function listItems(element: Element, scope: Scope): ListItem[] {
  const items: ListItem[] = [];
  for (const child of element.children) {
    const isItem = child.type === 'element' && child.tagName === 'li';
    const blocks = blocksBelow(isItem ? child : { type: 'root', children: [child] }, scope);
    const last = items.at(-1);
    const isLooseList = !isItem && blocks.every(({ type }) => type === 'bulletList' || type === 'orderedList');
    if (blocks.length === 0) continue;
    if (isLooseList && last) last.content.push(...blocks);
    else items.push({ type: 'listItem', content: paragraphFirst(blocks) });
  }
  return items;
}

const table: Handler = (element, scope, out) => {
  const { caption, rows } = tableParts(element);
  if (caption) container(caption, { ...scope, marks: [{ type: 'bold' }] }, out);
  const inside = { ...scope, depth: scope.depth + 1 };
  if (scope.depth >= deepest || isLayoutTable(rows)) {
    out.endLine();
    for (const cell of rows.flat()) for (const block of blocksBelow(cell, inside)) out.addBlock(block);
    return;
  }
  const content = tableRows(rows, (cell) => atLeastOne(blocksBelow(cell, inside)));
  if (content.length > 0 && !isBlank(hastText(element))) out.addBlock({ type: 'table', content });
};

const code: Handler = (element, _scope, out) => {
  const text = cleanText(hastText(element)).replace(/\n+$/, '');
  if (isBlank(text)) return;
  const classes = [element, ...descendants(element, 'code')]
    .map((part) => attribute(part, 'className') ?? '')
    .join(' ');
  const language = classes.match(/(?:^|\s)lang(?:uage)?-([\w+#.-]{1,40})/)?.[1] ?? null;
  out.addBlock({ type: 'codeBlock', attrs: { language }, content: [{ type: 'text', text }] });
};

const picture: Handler = (element, scope, out) => {
  if (isEmojiPicture(element)) return out.addText(attribute(element, 'alt') ?? '', scope.marks);
  const embed = pictureEmbedOf(element, scope.pageUrl, scope.caption);
  if (embed) out.addBesideLine(embed);
};

const frame: Handler = (element, scope, out) => {
  const embed = embedOf(element, scope.pageUrl);
  if (embed) out.addBesideLine(embed);
};

const figure: Handler = (element, scope, out) => {
  const caption = descendants(element, 'figcaption').map((words) => cleanLine(hastText(words)))[0];
  const blocks = blocksBelow(element, { ...scope, caption: caption || undefined });
  const isNamedByIt = blocks.some((block) => block.type === 'embed' && block.attrs.title === caption);
  out.endLine();
  for (const block of blocks) if (!(isNamedByIt && isCaption(block, caption))) out.addBlock(block);
};

function isCaption(block: Block, caption: string | undefined): boolean {
  if (block.type !== 'paragraph') return false;
  return cleanLine((block.content ?? []).map((node) => (node.type === 'text' ? node.text : ' ')).join('')) === caption;
}

const quote: Handler = (element, scope, out) => {
  out.addText('“', scope.marks);
  walkChildren(element, scope, out);
  out.addText('”', scope.marks);
};

const term: Handler = (element, scope, out) => container(element, { ...scope, marks: [{ type: 'bold' }] }, out);

const checkbox: Handler = (element, scope, out) => {
  if (element.properties.type === 'checkbox') out.addText(element.properties.checked ? '☑ ' : '☐ ', scope.marks);
};

/** Footnotes as Markdown makes them: a rule takes the place of a heading in a language that may not be the story's. */
const section: Handler = (element, scope, out) => {
  const isNotes = element.properties.dataFootnotes !== undefined;
  if (isNotes) out.addBlock({ type: 'horizontalRule' });
  const children = element.children.filter((child) => !(isNotes && child.type === 'element' && child.tagName === 'h2'));
  container({ ...element, children }, scope, out);
};

/** What an element becomes. One that is not named here is unwrapped, its marks kept. */
const handlers = new Map<string, Handler>([
  ...named(
    container,
    'p div article main header footer aside address center details summary figcaption dl dd li td th tr',
  ),
  ...named(heading, 'h1 h2 h3 h4 h5 h6'),
  ...named(
    nothing,
    'script style template noscript svg math canvas head title button select textarea map area link meta',
  ),
  ...named(list, 'ul ol menu'),
  ...named(frame, 'iframe embed object video audio'),
  ...named(code, 'pre xmp listing'),
  ['section', section],
  ['blockquote', quotation],
  ['table', table],
  ['figure', figure],
  ['img', picture],
  ['dt', term],
  ['q', quote],
  ['input', checkbox],
  ['br', (_element, _scope, out) => out.addBreak()],
  ['hr', (_element, _scope, out) => out.addBlock({ type: 'horizontalRule' })],
]);

function named(handler: Handler, names: string): [string, Handler][] {
  return names.split(' ').map((name) => [name, handler]);
}
