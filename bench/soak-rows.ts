import { budgets } from './budgets.ts';
import type { Soak } from './soak.ts';
import type { Row } from './table.ts';

/** After so many minutes nothing is new any more. */
const settlingMinutes = 5;

/** From the sixth minute to the last, memory is to stay as it is. */
export function soakRows({ minutes, answered, failed, megabytes }: Soak): Row[] {
  const settled = megabytes[settlingMinutes] ?? Number.NaN;
  const last = megabytes.at(-1) ?? Number.NaN;
  const growth = last / settled - 1;
  const most = budgets.soakGrowth;
  return [
    ...Object.entries(answered).map(([what, times]) => ({
      measure: `In ${minutes} minutes: ${what}`,
      plain: times.toLocaleString('en'),
    })),
    {
      measure: 'Requests that failed',
      plain: failed.length === 0 ? 'none' : `${failed.length}: ${[...new Set(failed)].slice(0, 5).join('; ')}`,
      bar: 'none',
      held: failed.length === 0,
    },
    {
      measure: 'Memory of the server, the mean of each minute, MB',
      plain: megabytes.map((one) => one.toFixed(0)).join(' '),
    },
    {
      measure: `Memory of the server, minute ${settlingMinutes + 1} to minute ${minutes}`,
      plain: `${growth < 0 ? '−' : '+'} ${Math.abs(growth * 100).toFixed(1)} %`,
      bar: `< + ${most * 100} %`,
      held: growth < most,
    },
  ];
}
