import { budgets } from './budgets.ts';
import type { Row } from './table.ts';
import type { VoteFlood, VoteSpeed } from './vote-flood.ts';

export function voteRows({ grouped, single, killed, voters, faults }: VoteFlood): Row[] {
  const row = (what: string, speed: VoteSpeed): Row => ({
    measure: `Votes for one story, ${what}: votes/s (p50, p99 ms)`,
    plain: `${whole(speed.votesPerSecond)} (${speed.p50Milliseconds.toFixed(1)}, ${speed.p99Milliseconds.toFixed(1)})`,
  });
  const times = grouped.votesPerSecond / single.votesPerSecond;
  const least = budgets.groupedVotesTimesSingle;
  return [
    row('committed together', grouped),
    row('one transaction a vote', single),
    {
      measure: 'Votes committed together / one transaction a vote',
      plain: times.toFixed(1),
      bar: `≥ ${least}`,
      held: times >= least,
    },
    row(`${whole(voters)} readers, site killed once`, killed),
    {
      measure: 'Votes lost, counted twice or not in the tally',
      plain: faults.length > 0 ? faults.join('; ') : 'none',
      bar: 'none',
      held: faults.length === 0,
    },
  ];
}

const whole = (number: number): string => Math.round(number).toLocaleString('en');
