/** A row of the table: what was measured, under which encoding, and the bar if there is one. */
export interface Row {
  readonly measure: string;
  readonly plain?: string;
  readonly gzip?: string;
  readonly br?: string;
  readonly bar?: string;
  /** Whether the bar was held; absent where there is none. */
  readonly held?: boolean;
}

/** The rows as a table in Markdown, its columns padded for a terminal. */
export function markdownTable(rows: readonly Row[]): string {
  const lines = rows.map((row) => [
    row.measure,
    row.plain ?? '',
    row.gzip ?? '',
    row.br ?? '',
    row.bar ?? '',
    verdict(row.held),
  ]);
  const head = ['measure', 'plain', 'gzip', 'brotli', 'bar', 'held'];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...lines.map((line) => (line[column] ?? '').length)),
  );
  const draw = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [draw(head), draw(rule), ...lines.map(draw)].join('\n');
}

/** The names of the bars that were missed. */
export function missedBars(rows: readonly Row[]): string[] {
  return rows.filter(({ held }) => held === false).map(({ measure, bar }) => `${measure} (${bar})`);
}

function verdict(held: boolean | undefined): string {
  if (held === undefined) return '';
  return held ? 'yes' : 'NO';
}
