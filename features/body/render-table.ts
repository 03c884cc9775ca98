import { attributes } from '#lib/html.ts';
import type { Block, BlockOf, TableCell, TableRow } from './schema.ts';

/**
 * A table in a region of its own that scrolls sideways on a narrow screen and can be reached by keyboard
 * (WCAG 2.1.1). Leading rows made of header cells alone become its head; other header cells head their row.
 */
export function renderTable(
  table: BlockOf<'table'>,
  label: string,
  renderCell: (blocks: readonly Block[]) => string,
): string {
  const bodyStart = table.content.findIndex((row) => !isHeadRow(row));
  const headRows = bodyStart === -1 ? table.content.length : bodyStart;
  const head = table.content.slice(0, headRows).map((row) => renderRow(row, 'col', renderCell));
  const body = table.content.slice(headRows).map((row) => renderRow(row, 'row', renderCell));
  const parts = [
    head.length > 0 && `<thead>${head.join('')}</thead>`,
    body.length > 0 && `<tbody>${body.join('')}</tbody>`,
  ];
  const region = attributes({ role: 'region', 'aria-label': label, tabindex: 0 });
  return `<div data-table${region}><table>${parts.filter(Boolean).join('')}</table></div>`;
}

function renderRow(row: TableRow, scope: 'col' | 'row', renderCell: (blocks: readonly Block[]) => string): string {
  return `<tr>${row.content.map((cell) => openCell(cell, scope, renderCell(cell.content))).join('')}</tr>`;
}

function openCell(cell: TableCell, scope: 'col' | 'row', html: string): string {
  const { colspan, rowspan } = cell.attrs;
  const spans = { colspan: colspan > 1 ? colspan : null, rowspan: rowspan > 1 ? rowspan : null };
  switch (cell.type) {
    case 'tableHeader':
      return `<th${attributes({ scope, ...spans })}>${html}</th>`;
    case 'tableCell':
      return `<td${attributes(spans)}>${html}</td>`;
    default:
      return cell satisfies never;
  }
}

function isHeadRow(row: TableRow): boolean {
  return row.content.length > 0 && row.content.every((cell) => cell.type === 'tableHeader');
}
