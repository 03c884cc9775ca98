import { Block } from '#components/ui/block.tsx';
import type { Edition } from '#components/ui/edition.ts';
import { halfLifeOf } from '#features/ranking/model.ts';
import type { Say } from '#lib/messages.ts';
import { rankingSpans } from '#lib/vocabulary.ts';

/** How the rankings are made, in words that anybody can check. `halfLife` is that of the day, in hours. */
export function RankingMethodText({ halfLife, edition: { say } }: { halfLife: number; edition: Edition }) {
  const halfLives = Object.fromEntries(rankingSpans.map((span) => [span, timeIn(halfLifeOf(span, halfLife), say)]));
  return (
    <Block id="method" title={say('ranking.methodTitle')} className="mbs-10">
      <div className="max-w-measure">
        <p>{say('ranking.countedText')}</p>
        <p className="mbs-3">{say('ranking.scoreText', halfLives)}</p>
      </div>
    </Block>
  );
}

function timeIn(hours: number, say: Say): string {
  return hours < 2
    ? say('ranking.minutes', { count: Math.round(hours * 60) })
    : say('ranking.hours', { count: Math.round(hours * 10) / 10 });
}
