'use client';
import Link from 'next/link';
import { useOptimistic, useTransition } from 'react';
import { MoveButtons } from '#components/desk/move-buttons.client.tsx';
import { useAct } from '#components/desk/use-act.ts';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Table } from '#components/ui/table.tsx';
import type { DoneResult } from '#features/session/done.ts';
import { say } from '#lib/desk-words.ts';

/** A section as a line of the tree. */
export interface TreeRow {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly parentId: string | null;
  readonly depth: number;
  readonly stories: string;
}

interface SectionTreeProps {
  /** Every section after the one above it. */
  readonly rows: readonly TreeRow[];
  readonly order: (parentId: string | null, sectionIds: string[]) => Promise<DoneResult>;
}

const columns = [
  { key: 'name', name: say('site.name') },
  { key: 'address', name: say('site.address') },
  { key: 'stories', name: say('sections.stories') },
  { key: 'order', name: say('sections.order') },
  { key: 'edit', name: say('site.actions'), silent: true },
];

/** The tree of sections, each of which can be moved among those beside it. */
export function SectionTreeTable({ rows, order }: SectionTreeProps) {
  const { act } = useAct();
  const [, start] = useTransition();
  const [shown, setShown] = useOptimistic(rows);
  const move = (row: TreeRow, by: -1 | 1) => {
    const beside = shown.filter(({ parentId }) => parentId === row.parentId).map(({ id }) => id);
    const ids = swapped(beside, beside.indexOf(row.id), by);
    start(async () => {
      setShown(arranged(shown, row.parentId, ids));
      await act(() => order(row.parentId, ids));
    });
  };
  return (
    <Table label={say('sections.title')} columns={columns}>
      {shown.map((row) => {
        const beside = shown.filter(({ parentId }) => parentId === row.parentId);
        return (
          <tr key={row.id}>
            <td className="table-words">
              <Link
                href={`/desk/sections/${row.id}`}
                prefetch={false}
                className="story-link"
                style={{ paddingInlineStart: `${row.depth * 1.25}rem` }}
              >
                {row.name}
              </Link>
            </td>
            <td className="table-words text-soft">/{row.slug}</td>
            <td className="text-soft" data-name={say('sections.stories')}>
              {row.stories}
            </td>
            <td>
              <MoveButtons
                name={row.name}
                first={beside[0] === row}
                last={beside.at(-1) === row}
                onMove={(by) => move(row, by)}
              />
            </td>
            <td data-align="end">
              <LinkButton
                look="plain"
                size="small"
                href={`/desk/sections/${row.id}`}
                aria-label={say('site.editNamed', { name: row.name })}
              >
                {say('shell.edit')}
              </LinkButton>
            </td>
          </tr>
        );
      })}
    </Table>
  );
}

function swapped(ids: readonly string[], from: number, by: number): string[] {
  const next = [...ids];
  const [moved] = next.splice(from, 1);
  if (moved) next.splice(from + by, 0, moved);
  return next;
}

/** The rows with those under one section in another order, each with all that stands under it. */
function arranged(rows: readonly TreeRow[], parentId: string | null, ids: readonly string[]): TreeRow[] {
  const under = (parent: string | null): TreeRow[] => {
    const children = rows.filter((row) => row.parentId === parent);
    const inOrder = parent === parentId ? ids.flatMap((id) => children.find((row) => row.id === id) ?? []) : children;
    return inOrder.flatMap((row) => [row, ...under(row.id)]);
  };
  return under(null);
}
