import { copyLine } from './copy.ts';
import { momentAfter, popularity } from './popularity.ts';
import { Random } from './random.ts';
import type { Planner, Run, StoryPlan } from './story-plan.ts';

export interface ViewRows {
  readonly buckets: string[];
  readonly totals: string[];
}

const hour = 3_600_000;
/** Machines that were told from people, for each view by a person. */
const filteredShare = 0.15;

/** The views of each story that has any, by hour and in all: together `total` by people. */
export function* viewsOf(run: Run, planner: Planner, total: number): Generator<ViewRows & { count: number }> {
  let index = 0;
  for (const count of popularity(run, total, 'views')) {
    if (count > 0) yield { count, ...rowsFor(planner(index), count, run) };
    index += 1;
  }
}

function rowsFor(story: StoryPlan, count: number, run: Run): ViewRows {
  const random = new Random(run.seed, 'views', story.index);
  const hours = new Map<number, { human: number; filtered: number }>();
  let filteredInAll = 0;
  for (let view = 0; view < count; view += 1) {
    const bucket = Math.floor(momentAfter(story.publishedAt, run.now, 22 * hour, random) / hour);
    const counts = hours.get(bucket) ?? { human: 0, filtered: 0 };
    counts.human += 1;
    if (random.chance(filteredShare)) {
      counts.filtered += 1;
      filteredInAll += 1;
    }
    hours.set(bucket, counts);
  }
  return {
    buckets: [...hours].map(([bucket, { human, filtered }]) =>
      copyLine(story.id, new Date(bucket * hour), human, filtered),
    ),
    totals: [copyLine(story.id, count, filteredInAll)],
  };
}
