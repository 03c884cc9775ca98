import type { Edition } from '#components/ui/edition.ts';
import { rankingHref } from '#features/ranking/model.ts';

/** By which method a ranking is made, in a sentence, and where more is said of it. */
export function RankingMethod({ edition: { say }, className }: { edition: Edition; className: string }) {
  return (
    <p className={`meta ${className}`}>
      {say('ranking.method')}{' '}
      <a href={rankingHref()} className="plain-link">
        {say('ranking.how')}
      </a>
    </p>
  );
}
