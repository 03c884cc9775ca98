import type { Views } from '#features/analytics/model.ts';
import { say } from '#lib/desk-words.ts';

/** Views by people, filtered ones and votes, side by side. */
export function Totals({ total, votes }: { total: Views; votes: number }) {
  const figures = [
    [say('analytics.human'), total.human],
    [say('analytics.filtered'), total.filtered],
    [say('analytics.votes'), votes],
  ] as const;
  return (
    <dl className="totals">
      {figures.map(([name, figure]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{figure.toLocaleString('en')}</dd>
        </div>
      ))}
    </dl>
  );
}
