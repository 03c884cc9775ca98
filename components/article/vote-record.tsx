import type { Edition } from '#components/ui/edition.ts';
import { Time } from '#components/ui/time.tsx';
import type { VoteRecord, VoteSeal } from '#features/vote/dto.ts';
import { recordHref } from '#features/vote/model.ts';
import { fullTime } from '#lib/dates.ts';

interface VoteRecordProps {
  readonly record: VoteRecord;
  /** The address of the story. */
  readonly story: string;
  readonly edition: Edition;
}

/** A story's votes so that anybody can check them: the tally beside the ledger, the seals, and how to make one again. */
export function VoteRecordView({ record, story, edition }: VoteRecordProps) {
  const { site, say } = edition;
  const { tally, ledger, held, importedVotes, countedAt, seals } = record;
  const counts = [
    ['record.tally', tally],
    ['record.ledger', ledger],
    ...(held > 0 ? ([['record.held', held]] as const) : []),
    ...(importedVotes > 0 ? ([['record.imported', importedVotes]] as const) : []),
  ] as const;
  const [newest] = seals;
  return (
    <div className="story-body">
      <div data-table>
        <table>
          <tbody>
            {counts.map(([name, count]) => (
              <tr key={name}>
                <th scope="row">{say(name)}</th>
                <td>{say('vote.count', { count })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        <strong>{say(tally === ledger ? 'record.agrees' : 'record.differs')}</strong> {say('record.counted')}{' '}
        <Time date={countedAt}>{fullTime(countedAt, site)}</Time>.
      </p>
      <h2>{say('record.seals')}</h2>
      <p>{say('record.sealsText')}</p>
      {newest ? (
        <>
          <p>
            {say('record.newest', { day: newest.day })} <code className="break-all">{newest.hash}</code>
          </p>
          <Seals seals={seals} story={story} edition={edition} />
        </>
      ) : (
        <p>{say('record.noSeals')}</p>
      )}
      {newest && (
        <>
          <h2>{say('record.check')}</h2>
          <p>{say('record.checkText')}</p>
          <pre className="break-all whitespace-pre-wrap">
            <code>{`(echo ${newest.previous}; curl -s ${site.url}${recordHref.day(story, newest.day)}) | sha256sum`}</code>
          </pre>
        </>
      )}
      <p>
        <a href={recordHref.json(story)} className="plain-link">
          {say('record.json')}
        </a>
      </p>
    </div>
  );
}

/** The newest seals; all of them stand in the JSON. */
const shown = 60;

function Seals({ seals, story, edition: { say } }: { seals: readonly VoteSeal[]; story: string; edition: Edition }) {
  return (
    <div data-table>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('record.day')}</th>
            <th scope="col">{say('record.changes')}</th>
            <th scope="col">{say('record.votes')}</th>
            <th scope="col">{say('record.seal')}</th>
          </tr>
        </thead>
        <tbody>
          {seals.slice(0, shown).map(({ day, events, votes, hash }) => (
            <tr key={day}>
              <th scope="row">
                <a href={recordHref.day(story, day)} className="plain-link whitespace-nowrap">
                  {day}
                </a>
              </th>
              <td>{say('vote.count', { count: events })}</td>
              <td>{say('vote.count', { count: votes })}</td>
              <td>
                <code>{hash.slice(0, 12)}…</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
