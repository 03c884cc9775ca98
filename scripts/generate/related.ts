import { copyLine } from './copy.ts';
import type { Planner, Run, StoryPlan } from './story-plan.ts';

/** Lists are made for this many of the newest stories; the job makes the others' when they are published anew. */
const newest = 10_000;
const kept = 15;
/** How many of a tag's or a section's stories are looked at, as near in time as can be. */
const perList = 30;

/**
 * The related lists by the rule of features/related (shared tags count most, then the section, then nearness in
 * time), made in memory: as many jobs as there are stories would keep a worker busy for days.
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
      .map((other) => ({ other, score: scoreOf(story, other) }))
      .sort((one, two) => two.score - one.score)
      .slice(0, kept);
    for (const [position, { other }] of best.entries()) {
      const reason = sharedTags(story, other) > 0 ? 'tags' : 'section';
      yield copyLine(story.id, position, other.id, reason);
    }
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

/** Whole points for what is shared; less than a point for nearness. */
function scoreOf(story: StoryPlan, other: StoryPlan): number {
  const distance = Math.abs(story.publishedAt - other.publishedAt);
  return 2 * sharedTags(story, other) + Number(story.section.id === other.section.id) + 1 / (2 + distance);
}

function sharedTags(story: StoryPlan, other: StoryPlan): number {
  return story.tagIds.filter((tag) => other.tagIds.includes(tag)).length;
}

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
