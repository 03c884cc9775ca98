import Link from 'next/link';
import { fetchProblemWords } from '#components/desk/fetch-problem.ts';
import { When } from '#components/desk/when.tsx';
import { Badge, type Tone } from '#components/ui/badge.tsx';
import { Table } from '#components/ui/table.tsx';
import type { DeliveryLine } from '#features/fediverse/dto.ts';
import { say } from '#lib/desk-words.ts';
import type { DeliveryState } from '#lib/vocabulary.ts';

interface DeliveryTableProps {
  readonly lines: readonly DeliveryLine[];
  readonly now: Date;
  readonly timeZone: string;
}

const columns = [
  { key: 'what', name: say('fediverse.what') },
  { key: 'to', name: say('fediverse.to') },
  { key: 'answer', name: say('fediverse.answer') },
  { key: 'when', name: say('fediverse.when') },
];

const tones: Record<DeliveryState, Tone> = {
  waiting: 'warn',
  taken: 'good',
  refused: 'danger',
  failed: 'danger',
  dropped: 'plain',
};

/** What was sent to other servers, a line an inbox, with its answer. */
export function DeliveryTable({ lines, now, timeZone }: DeliveryTableProps) {
  return (
    <Table label={say('fediverse.deliveries')} columns={columns}>
      {lines.map((line) => (
        <tr key={`${line.activityId} ${line.inbox}`}>
          <td className="table-words">
            <What line={line} />
          </td>
          <td className="table-words" title={line.inbox} data-name={say('fediverse.to')}>
            {line.host}
          </td>
          <td className="table-words">
            <Badge tone={tones[line.state]}>{say(`fediverse.state.${line.state}`)}</Badge> {answerWords(line)}
          </td>
          <td className="text-soft">
            {line.attempts > 0 ? <When date={line.changedAt} now={now} timeZone={timeZone} /> : '–'}
          </td>
        </tr>
      ))}
    </Table>
  );
}

function What({ line: { kind, story, byline } }: { line: DeliveryLine }) {
  return (
    <>
      <span className="text-soft">
        {say(`fediverse.kind.${kind}`)}
        {byline && ` ${say('fediverse.by', { name: byline })}`}
        {story && ': '}
      </span>
      {story && (
        <Link href={`/desk/articles/${story.id}`} prefetch={false}>
          {story.headline}
        </Link>
      )}
    </>
  );
}

/** The status with the first words of the answer, or why there was none; and after how many attempts. */
function answerWords({ status, answer, attempts }: DeliveryLine): string {
  const said = status === null ? (answer && fetchProblemWords(answer)) || '' : `${status} ${answer}`.trim();
  return [said, attempts > 1 ? say('fediverse.attempts', { count: attempts }) : ''].filter(Boolean).join(', ');
}
