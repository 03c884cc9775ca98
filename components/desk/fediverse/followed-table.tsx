import Link from 'next/link';
import { Table } from '#components/ui/table.tsx';
import type { Followed } from '#features/fediverse/dto.ts';
import { say } from '#lib/desk-words.ts';

const columns = [
  { key: 'who', name: say('fediverse.who') },
  { key: 'account', name: say('fediverse.account') },
  { key: 'followers', name: say('fediverse.followers'), align: 'end' as const },
];

/** Who is followed from elsewhere: the site, then its authors. */
export function FollowedTable({ followed }: { followed: readonly Followed[] }) {
  return (
    <Table label={say('fediverse.followed')} columns={columns}>
      {followed.map(({ bylineId, name, account, followers }) => (
        <tr key={account}>
          <td className="table-words">
            {bylineId ? (
              <Link href={`/desk/bylines/${bylineId}`} prefetch={false}>
                {name}
              </Link>
            ) : (
              name
            )}
          </td>
          <td className="table-words" dir="ltr">
            {account}
          </td>
          <td data-align="end" className="tabular-nums" data-name={say('fediverse.followers')}>
            {followers.toLocaleString('en')}
          </td>
        </tr>
      ))}
    </Table>
  );
}
