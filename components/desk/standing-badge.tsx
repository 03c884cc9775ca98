import { Badge, type Tone } from '#components/ui/badge.tsx';
import type { Standing } from '#features/article/model-desk-list.ts';
import { say } from '#lib/desk-words.ts';

const tones: Record<Standing, Tone> = {
  stub: 'plain',
  draft: 'plain',
  in_review: 'warn',
  scheduled: 'accent',
  embargoed: 'accent',
  published: 'good',
  archived: 'plain',
  killed: 'danger',
  withdrawn: 'danger',
};

/** How a story stands by the clock. */
export function StandingBadge({ standing }: { standing: Standing }) {
  return <Badge tone={tones[standing]}>{say(`articles.standing.${standing}`)}</Badge>;
}
