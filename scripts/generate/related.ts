import { leastAlike, likeness } from '#features/related/model.ts';
import { copyLine } from './copy.ts';
import type { Planner, Run, StoryPlan } from './story-plan.ts';

/** Lists are made for this many of the newest stories; the job makes the others' when they are published anew. */
const newest = 10_000;
const kept = 15;
/** How many of a tag's or a section's stories are looked at, as near in time as can be. */
const perList = 30;

/**
 * The related lists by the rule of features/related but for the words, which are drawn by lot here, made in memory: as
 * many jobs as there are stories would keep a worker busy for days.
 */
export function* relatedOf(run: Run, planner: Planner): Generator<string> {
  const stories: StoryPlan[] = [];
  for (let index = Math.max(0, run.articles - newest); index < run.articles; index += 1) {
    const story = planner(index);
    if (!story.archived) stories.push(story);
  }
  const lists = listsOf(stories);
  for (const [place, story] of stories.entries()) {
    const best = candidates(place, story, lists)
      .map((other) => ({ other, score: likeness(comparable(story), comparable(other)) }))
      .filter(({ score }) => score >= leastAlike)
      .sort((one, two) => two.score - one.score)
      .slice(0, kept);
    for (const [position, { other, score }] of best.entries()) yield copyLine(story.id, position, other.id, score);
  }
}

/** By tag and by section, the places of its stories in ascending order. */
interface Lists {
  readonly stories: readonly StoryPlan[];
  readonly places: ReadonlyMap<string, readonly number[]>;
}

function listsOf(stories: readonly StoryPlan[]): Lists {
  const places = new Map<string, number[]>();
  for (const [place, story] of stories.entries()) {
    for (const list of listNames(story)) {
      const known = places.get(list);
      if (known) known.push(place);
      else places.set(list, [place]);
    }
  }
  return { stories, places };
}

const listNames = (story: StoryPlan) => [story.section.id, ...story.tagIds];

function candidates(place: number, story: StoryPlan, { stories, places }: Lists): StoryPlan[] {
  const found = new Set<number>();
  for (const list of listNames(story)) {
    const members = places.get(list) ?? [];
    const middle = indexOf(members, place);
    for (const member of members.slice(Math.max(0, middle - perList / 2), middle + perList / 2 + 1)) found.add(member);
  }
  found.delete(place);
  return [...found].map((other) => stories[other] as StoryPlan);
}

const noWords: ReadonlyMap<string, number> = new Map();

const comparable = ({ id, section, tagIds, publishedAt }: StoryPlan) => ({
  id,
  sectionId: section.id,
  tagIds,
  at: new Date(publishedAt),
  words: noWords,
});

/** Where `wanted` stands in ascending numbers. */
function indexOf(numbers: readonly number[], wanted: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
