import { PersonActions } from '#components/desk/person-actions.client.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Table } from '#components/ui/table.tsx';
import { Time } from '#components/ui/time.tsx';
import { changeRoleAction, endSessionsAction, restoreAction, suspendAction } from '#features/user/actions.ts';
import type { Person } from '#features/user/queries.ts';
import { type DateStyle, shortDay } from '#lib/dates.ts';
import { say } from '#lib/desk-words.ts';

interface PeopleTableProps {
  readonly people: readonly Person[];
  readonly ownId: string;
  readonly style: DateStyle;
}

/** Everybody with an account: who they are, what they may do, and whether they are in. */
export function PeopleTable({ people, ownId, style }: PeopleTableProps) {
  const columns = [
    { key: 'name', name: say('account.name') },
    { key: 'role', name: say('account.people.role') },
    { key: 'standing', name: say('account.people.standing') },
    { key: 'last', name: say('account.people.lastSignIn') },
    { key: 'actions', name: say('account.people.actions'), silent: true, align: 'end' as const },
  ];
  return (
    <Table label={say('account.people.list')} columns={columns}>
      {people.map((person) => (
        <tr key={person.id}>
          <td className="table-words">
            <span className="font-semibold">{person.name}</span>{' '}
            {person.id === ownId && <Badge tone="accent">{say('account.people.you')}</Badge>}
            <span className="block text-soft">{person.email}</span>
          </td>
          <td>{say(`account.role.${person.role}`)}</td>
          <td>
            <Standing {...person} />
          </td>
          <td className="text-soft">
            {person.lastSignIn ? (
              <Time date={person.lastSignIn}>{shortDay(person.lastSignIn, style)}</Time>
            ) : (
              say('account.people.never')
            )}
          </td>
          <td data-align="end">
            <PersonActions
              key={person.role}
              person={person}
              changeRole={changeRoleAction}
              suspend={suspendAction}
              restore={restoreAction}
              endSessions={endSessionsAction}
            />
          </td>
        </tr>
      ))}
    </Table>
  );
}

function Standing({ suspended, sessions }: Pick<Person, 'suspended' | 'sessions'>) {
  if (suspended) return <Badge tone="danger">{say('account.people.suspended')}</Badge>;
  if (sessions === 0) return <Badge>{say('account.people.signedOut')}</Badge>;
  return <Badge tone="good">{say('account.people.signedIn', { count: sessions })}</Badge>;
}
