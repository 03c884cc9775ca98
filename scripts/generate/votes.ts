import { copyLine } from './copy.ts';
import { uuidOfNobody } from './identity.ts';
import { momentAfter, popularity } from './popularity.ts';
import { Random } from './random.ts';
import type { Planner, Run, StoryPlan } from './story-plan.ts';

export interface VoteRows {
  readonly votes: string[];
  readonly events: string[];
  readonly tallies: string[];
}

const day = 86_400_000;
/** Of those who voted, how many took their vote back; and of these, how many voted again. */
const withdrawn = 0.04;
const votedAgain = 0.25;

/** The ledger, its history and the tally of each story that anybody voted on: together `total` rows of the ledger. */
export function* votesOf(run: Run, planner: Planner, total: number): Generator<VoteRows & { count: number }> {
  const voters = voterNumbers(run, total);
  let index = 0;
  for (const count of popularity(run, total, 'votes')) {
    if (count > 0) yield { count, ...rowsFor(planner(index), count, run, voters) };
    index += 1;
  }
}

interface Event {
  readonly at: number;
  readonly voterId: string;
  readonly intent: 'vote' | 'withdraw';
}

function rowsFor(story: StoryPlan, count: number, run: Run, voters: number): VoteRows {
  const random = new Random(run.seed, 'votes', story.index);
  // An odd step through a power of two meets every number once, so that nobody votes twice on a story.
  const start = random.below(voters);
  const step = random.below(voters) | 1;
  const histories = Array.from({ length: count }, (_, turn) => {
    const voter = (start + turn * step) % voters;
    return historyOf(story, uuidOfNobody(voter, new Random(run.seed, 'voter', voter)), run.now, random);
  });
  const standing = histories.filter((events) => events.at(-1)?.intent === 'vote').length;
  const events = histories.flat().sort((one, other) => one.at - other.at);
  return {
    votes: histories.map((history) => {
      const last = history.at(-1) as Event;
      return copyLine(story.id, last.voterId, last.intent === 'vote', new Date(last.at));
    }),
    events: events.map(({ at, voterId, intent }) => copyLine(story.id, voterId, intent, new Date(at))),
    tallies: [copyLine(story.id, standing)],
  };
}

/** What one reader did about one story, in order. */
function historyOf(story: StoryPlan, voterId: string, now: number, random: Random): Event[] {
  const first = momentAfter(story.publishedAt, now, 1.5 * day, random);
  const events: Event[] = [{ at: first, voterId, intent: 'vote' }];
  if (!random.chance(withdrawn)) return events;
  const second = momentAfter(first, now, day / 24, random);
  events.push({ at: second, voterId, intent: 'withdraw' });
  if (random.chance(votedAgain)) events.push({ at: momentAfter(second, now, day, random), voterId, intent: 'vote' });
  return events;
}

/** How many readers vote: a power of two, more than any story has votes. */
function voterNumbers(run: Run, total: number): number {
  let most = 0;
  for (const count of popularity(run, total, 'votes')) most = Math.max(most, count);
  return 2 ** Math.ceil(Math.log2(Math.max(1024, most + 1, total / 4)));
}
