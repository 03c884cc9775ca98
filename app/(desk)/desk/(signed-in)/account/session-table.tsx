import { EndSession } from '#components/desk/end-session.client.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Table } from '#components/ui/table.tsx';
import { Time } from '#components/ui/time.tsx';
import { endOwnSessionAction } from '#features/user/actions.ts';
import { browserName } from '#features/user/model.ts';
import type { OwnSession } from '#features/user/queries.ts';
import { type DateStyle, fullTime, shortDay } from '#lib/dates.ts';
import { say } from '#lib/desk-words.ts';

interface SessionTableProps {
  readonly sessions: readonly OwnSession[];
  readonly currentId: string;
  readonly style: DateStyle;
}

/** The browsers that somebody is signed in with; each but the present one can be signed out here. */
export function SessionTable({ sessions, currentId, style }: SessionTableProps) {
  const columns = [
    { key: 'browser', name: say('account.own.browser') },
    { key: 'since', name: say('account.own.since') },
    { key: 'until', name: say('account.own.until') },
    { key: 'actions', name: say('account.people.actions'), silent: true, align: 'end' as const },
  ];
  return (
    <Table label={say('account.own.sessions')} columns={columns}>
      {sessions.map(({ id, agent, createdAt, expiresAt }) => (
        <tr key={id}>
          <td>
            {nameOf(agent)} {id === currentId && <Badge tone="accent">{say('account.own.here')}</Badge>}
          </td>
          <td className="text-soft">
            <Time date={createdAt}>{fullTime(createdAt, style)}</Time>
          </td>
          <td className="text-soft">
            <Time date={expiresAt}>{shortDay(expiresAt, style)}</Time>
          </td>
          <td data-align="end">
            {id !== currentId && <EndSession sessionId={id} browser={nameOf(agent)} end={endOwnSessionAction} />}
          </td>
        </tr>
      ))}
    </Table>
  );
}

function nameOf(agent: string): string {
  const name = browserName(agent);
  if (!name) return say('account.own.unknownBrowser');
  return name.browser && name.system ? say('account.own.browserOn', name) : name.browser || name.system;
}
