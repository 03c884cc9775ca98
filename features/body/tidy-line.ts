import { cleanText, isBlank } from './clean-text.ts';
import type { Inline, Mark } from './schema.ts';

/**
 * The text and line breaks of one HTML block as lines for paragraphs: white space as a browser would collapse it, neighbours
 * of equal marks joined, two line breaks in a row read as the end of a paragraph, nothing blank kept.
 */
export function tidyLines(content: readonly Inline[]): Inline[][] {
  return splitAtDoubleBreaks(collapseSpaces(content)).map(trim).filter(hasText);
}

/** Whether two lists of marks are the same, in whatever order. */
export function haveSameMarks(one: readonly Mark[] = [], other: readonly Mark[] = []): boolean {
  const keys = new Set(one.map(markKey));
  return one.length === other.length && other.every((mark) => keys.has(markKey(mark)));
}

function collapseSpaces(content: readonly Inline[]): Inline[] {
  const line: Inline[] = [];
  let wasSpace = true;
  for (const node of content) {
    const text: string = node.type === 'text' ? collapse(node.text, wasSpace) : '';
    if (node.type === 'hardBreak') line.push({ type: 'hardBreak' });
    else if (text !== '') append(line, { ...node, text });
    if (node.type === 'hardBreak' || text !== '') wasSpace = node.type === 'hardBreak' || text.endsWith(' ');
  }
  return line;
}

/** No-break spaces are not white space here: `10 000 km` keeps its own. */
function collapse(text: string, afterSpace: boolean): string {
  const collapsed = cleanText(text.replace(/[ \t\n\r\f]+/g, ' ')).replace(/[ \t\n]+/g, ' ');
  return afterSpace ? collapsed.replace(/^ /, '') : collapsed;
}

function append(line: Inline[], node: Inline & { type: 'text' }): void {
  const last = line.at(-1);
  if (last?.type === 'text' && haveSameMarks(last.marks, node.marks)) last.text += node.text;
  else line.push(node.marks?.length ? { ...node } : { type: 'text', text: node.text });
}

function splitAtDoubleBreaks(content: readonly Inline[]): Inline[][] {
  const lines: Inline[][] = [[]];
  let breaks = 0;
  for (const node of content) {
    const blank = node.type === 'text' && isBlank(node.text);
    if (node.type === 'hardBreak') breaks += 1;
    else if (!blank) {
      if (breaks > 1) lines.push([]);
      breaks = 0;
    }
    lines.at(-1)?.push(node);
  }
  return lines;
}

function trim(line: readonly Inline[]): Inline[] {
  const trimmed = line.map((node) => ({ ...node }));
  while (trimmed.length > 0 && !trimEdge(trimmed, 'start')) trimmed.shift();
  while (trimmed.length > 0 && !trimEdge(trimmed, 'end')) trimmed.pop();
  for (const [index, node] of trimmed.entries()) {
    if (node.type === 'text' && trimmed[index + 1]?.type === 'hardBreak') node.text = node.text.trimEnd() || ' ';
  }
  return trimmed;
}

/** Trims the node at one edge of a line; false when nothing of it remains. */
function trimEdge(line: Inline[], edge: 'start' | 'end'): boolean {
  const node = edge === 'start' ? line[0] : line.at(-1);
  if (node?.type !== 'text') return false;
  node.text = edge === 'start' ? node.text.trimStart() : node.text.trimEnd();
  return node.text !== '';
}

function hasText(line: readonly Inline[]): boolean {
  return line.some((node) => node.type === 'text' && !isBlank(node.text));
}

function markKey(mark: Mark): string {
  return mark.type === 'link' ? `link ${mark.attrs.href}` : mark.type;
}
