import Link from 'next/link';
import type { ReactNode } from 'react';
import { When } from '#components/desk/when.tsx';
import { Table } from '#components/ui/table.tsx';
import type { DeskQuarantine } from '#features/vote/queries-desk.ts';
import { say } from '#lib/desk-words.ts';

interface QuarantineTableProps {
  readonly label: string;
  readonly quarantines: readonly DeskQuarantine[];
  readonly now: Date;
  readonly timeZone: string;
  /** What stands at the end of a row, and what the column is called. */
  readonly end: { readonly name: string; readonly silent?: boolean; readonly of: (row: DeskQuarantine) => ReactNode };
}

/** Bursts of votes, a line each. */
export function QuarantineTable({ label, quarantines, now, timeZone, end }: QuarantineTableProps) {
  const columns = [
    { key: 'story', name: say('votes.story') },
    { key: 'votes', name: say('votes.held'), align: 'end' as const },
    { key: 'when', name: say('votes.when') },
    { key: 'end', name: end.name, silent: end.silent ?? false, align: 'end' as const },
  ];
  return (
    <Table label={label} columns={columns}>
      {quarantines.map((row) => (
        <tr key={row.id}>
          <td className="table-words">
            <Link href={`/desk/articles/${row.articleId}`} prefetch={false}>
              {row.headline}
            </Link>
          </td>
          <td data-align="end" className="tabular-nums">
            {row.votes.toLocaleString('en')}
          </td>
          <td className="text-soft">
            <When date={row.openedAt} now={now} timeZone={timeZone} />
          </td>
          <td data-align="end">{end.of(row)}</td>
        </tr>
      ))}
    </Table>
  );
}
