import type { Element } from 'hast';
import { atLeastOne } from './block-collector.ts';
import { attribute } from './hast-text.ts';
import { isBoldOverall, withoutOverallBold } from './overall-bold.ts';
import type { Block, TableCell, TableRow } from './schema.ts';

/** The caption's, the rows' and the cells' elements of a table, without those of tables inside it. */
export function tableParts(table: Element): { caption: Element | undefined; rows: Element[][] } {
  const rows = childElements(table).flatMap((child) => {
    if (child.tagName === 'tr') return [child];
    return ['thead', 'tbody', 'tfoot'].includes(child.tagName) ? childElements(child, 'tr') : [];
  });
  return {
    caption: childElements(table, 'caption')[0],
    rows: rows.map((row) => childElements(row, 'td', 'th')).filter((cells) => cells.length > 0),
  };
}

/** A table that only lays out its page has one column or one row and heads nothing: its cells are read one after another. */
export function isLayoutTable(rows: readonly Element[][]): boolean {
  const heads = rows.some((row) => row.some((cell) => cell.tagName === 'th'));
  return !heads && (rows.length <= 1 || rows.every((row) => row.length === 1));
}

/**
 * Rows as a table block's, each cell's blocks read by `read`. A first row all in bold heads a table without a head. A cell
 * spans no more columns than a row has cells (`colspan="1000"` is written for 'the whole width'), and no row that is not there.
 */
export function tableRows(rows: readonly Element[][], read: (cell: Element) => Block[]): TableRow[] {
  const widest = rows.reduce((most, { length }) => Math.max(most, length), 1);
  const [first, ...rest] = rows.map((row, place): TableRow => {
    const spans = { colspan: widest, rowspan: rows.length - place };
    return { type: 'tableRow', content: row.map((cell) => tableCell(cell, spans, atLeastOne(read(cell)))) };
  });
  if (!first) return [];
  const isHeadless = [first, ...rest].every((row) => row.content.every((cell) => cell.type === 'tableCell'));
  return [isHeadless && rest.length > 0 ? boldRowAsHead(first) : first, ...rest];
}

function boldRowAsHead(row: TableRow): TableRow {
  const lines = row.content.map(({ content: [only, second] }) => (second ? undefined : only));
  if (!lines.every((line) => line?.type === 'paragraph' && isBoldOverall(line.content ?? []))) return row;
  const content = row.content.map(
    (cell): TableCell => ({ ...cell, type: 'tableHeader', content: cell.content.map(plain) }),
  );
  return { type: 'tableRow', content };
}

function plain(block: Block): Block {
  return block.type === 'paragraph' ? { ...block, content: withoutOverallBold(block.content ?? []) } : block;
}

function tableCell(cell: Element, most: TableCell['attrs'], content: Block[]): TableCell {
  const attrs = { colspan: spanOf(cell, 'colSpan', most.colspan), rowspan: spanOf(cell, 'rowSpan', most.rowspan) };
  return { type: cell.tagName === 'th' ? 'tableHeader' : 'tableCell', attrs, content };
}

function spanOf(cell: Element, name: 'colSpan' | 'rowSpan', most: number): number {
  const span = Number.parseInt(attribute(cell, name) ?? '1', 10);
  return Math.min(most, Math.max(1, span || 1));
}

function childElements(element: Element, ...names: string[]): Element[] {
  const elements = element.children.filter((child): child is Element => child.type === 'element');
  return names.length === 0 ? elements : elements.filter(({ tagName }) => names.includes(tagName));
}
