import type { ReactNode } from 'react';
import { Table } from '#components/ui/table.tsx';

interface FiguresTableProps<Row> {
  readonly label: string;
  /** What the first column is. */
  readonly head: string;
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly nameOf: (row: Row) => ReactNode;
  /** The columns of figures by their names; null where there is none. */
  readonly figures: Readonly<Record<string, (row: Row) => number | null>>;
}

/** Figures in rows, all of them within reach where a chart shows some: it scrolls in itself when it is long. */
export function FiguresTable<Row>({ label, head, rows, keyOf, nameOf, figures }: FiguresTableProps<Row>) {
  const columns = [
    { key: 'name', name: head },
    ...Object.keys(figures).map((name) => ({ key: name, name, align: 'end' as const })),
  ];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard
    <section className="figures" aria-label={label} tabIndex={0}>
      <Table label={label} columns={columns} narrow="table">
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            <th scope="row" className="table-words">
              {nameOf(row)}
            </th>
            {Object.entries(figures).map(([name, figure]) => (
              <td key={name} data-align="end" className="tabular-nums">
                {figure(row)?.toLocaleString('en') ?? '–'}
              </td>
            ))}
          </tr>
        ))}
      </Table>
    </section>
  );
}
