import { fetchProblemWords } from '#components/desk/fetch-problem.ts';
import { When } from '#components/desk/when.tsx';
import { Badge, type Tone } from '#components/ui/badge.tsx';
import { Table } from '#components/ui/table.tsx';
import type { PingLine } from '#features/ping/dto.ts';
import { say } from '#lib/desk-words.ts';
import type { PingState } from '#lib/vocabulary.ts';

interface PingTableProps {
  readonly lines: readonly PingLine[];
  readonly now: Date;
  readonly timeZone: string;
}

const columns = [
  { key: 'channel', name: say('pings.channel') },
  { key: 'when', name: say('pings.when') },
  { key: 'count', name: say('pings.count') },
  { key: 'answer', name: say('pings.answer') },
  { key: 'answered', name: say('pings.answered') },
];

const tones: Record<PingState, Tone> = { waiting: 'warn', accepted: 'good', refused: 'danger', abandoned: 'plain' };

/** What somebody outside was told of pages that changed, a line a ping, with its answer. */
export function PingTable({ lines, now, timeZone }: PingTableProps) {
  return (
    <Table label={say('pings.title')} columns={columns}>
      {lines.map((line) => (
        <tr key={line.id}>
          <td className="table-words">
            {say(`pings.channel.${line.channel}`)} <span className="text-soft">{line.host}</span>
          </td>
          <td className="text-soft">
            <When date={line.openedAt} now={now} timeZone={timeZone} />
          </td>
          <td data-name={say('pings.count')}>{countWords(line)}</td>
          <td>
            <Badge tone={tones[line.state]}>{say(`pings.state.${line.state}`)}</Badge> {answerWords(line)}
          </td>
          <td className="text-soft" data-name={say('pings.answered')}>
            {line.answeredAt ? <When date={line.answeredAt} now={now} timeZone={timeZone} /> : '–'}
          </td>
        </tr>
      ))}
    </Table>
  );
}

/** How many addresses it names; where some were not taken, how many were. */
const countWords = ({ count, accepted, state }: PingLine): string =>
  state === 'accepted' || accepted === 0 ? String(count) : say('pings.countOf', { accepted, count });

/** The last answer, and after how many attempts it came. */
function answerWords(line: PingLine): string {
  const words = [statusWords(line), line.attempts > 1 ? say('pings.attempts', { count: line.attempts }) : ''];
  return words.filter(Boolean).join(', ');
}

/** The status of the answer, or why there is none. */
function statusWords({ status, problem }: PingLine): string {
  if (status !== null) return String(status);
  return problem === null ? '' : fetchProblemWords(problem);
}
