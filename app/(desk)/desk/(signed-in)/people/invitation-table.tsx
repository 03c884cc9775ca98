import { InvitationActions } from '#components/desk/invitation-actions.client.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Table } from '#components/ui/table.tsx';
import { Time } from '#components/ui/time.tsx';
import { resendInvitationAction, withdrawInvitationAction } from '#features/user/actions.ts';
import type { Invitation } from '#features/user/queries.ts';
import { type DateStyle, shortDay } from '#lib/dates.ts';
import { say } from '#lib/desk-words.ts';

interface InvitationTableProps {
  readonly invitations: readonly Invitation[];
  /** Whether mails leave the site; else they are kept for an admin to pass on. */
  readonly mailed: boolean;
  readonly style: DateStyle;
}

/** Who is invited and has not come yet. */
export function InvitationTable({ invitations, mailed, style }: InvitationTableProps) {
  const columns = [
    { key: 'email', name: say('account.email') },
    { key: 'role', name: say('account.people.role') },
    { key: 'by', name: say('account.invitations.by') },
    { key: 'until', name: say('account.invitations.until') },
    { key: 'actions', name: say('account.people.actions'), silent: true, align: 'end' as const },
  ];
  return (
    <Table label={say('account.invitations.list')} columns={columns}>
      {invitations.map(({ id, email, role, invitedBy, expiresAt, expired }) => (
        <tr key={id}>
          <td className="table-words">{email}</td>
          <td>{say(`account.role.${role}`)}</td>
          <td className="table-words text-soft">{invitedBy ?? say('account.invitations.bySystem')}</td>
          <td className="text-soft">
            {expired ? (
              <Badge tone="warn">{say('account.invitations.expired')}</Badge>
            ) : (
              <Time date={expiresAt}>{shortDay(expiresAt, style)}</Time>
            )}
          </td>
          <td data-align="end">
            <InvitationActions
              invitation={{ id, email }}
              mailed={mailed}
              resend={resendInvitationAction}
              withdraw={withdrawInvitationAction}
            />
          </td>
        </tr>
      ))}
    </Table>
  );
}
