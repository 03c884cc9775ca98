import type { ReactNode } from 'react';

interface Column {
  readonly key: string;
  readonly name: string;
  /** The name is there only for those who hear the page. */
  readonly silent?: boolean;
  readonly align?: 'end';
}

interface TableProps {
  /** What the rows are, for those who hear the page. */
  readonly label: string;
  readonly columns: readonly Column[];
  /** What becomes of it on a phone: each row a small card, or, for a name and a few figures, a table still. */
  readonly narrow?: 'stack' | 'table';
  /** Table rows with as many cells as there are columns. */
  readonly children: ReactNode;
}

/** A table of the desk. */
export function Table({ label, columns, narrow = 'stack', children }: TableProps) {
  return (
    <div className="table-frame">
      <table aria-label={label} className="table" data-narrow={narrow}>
        <thead>
          <tr>
            {columns.map(({ key, name, silent, align }) => (
              <th key={key} scope="col" data-align={align}>
                {silent ? <span className="sr-only">{name}</span> : name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
