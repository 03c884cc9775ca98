import { uuidAt } from './identity.ts';
import { Random } from './random.ts';
import type { SectionTerm, Terms, TopicTerm } from './terms.ts';
import { type Zipf, zipf } from './zipf.ts';

/** What all of a run's stories have in common. */
export interface Run {
  readonly seed: number;
  readonly articles: number;
  /** Milliseconds since 1970: the newest story is about as old as this. */
  readonly now: number;
}

/** What other rows need to know of a story: cheap to work out again from its index alone. */
export interface StoryPlan {
  readonly index: number;
  readonly id: string;
  readonly createdAt: number;
  readonly publishedAt: number;
  /** When a second version took the first one's place, or null. */
  readonly updatedAt: number | null;
  readonly archived: boolean;
  readonly section: SectionTerm;
  readonly topic: TopicTerm;
  readonly place: string;
  readonly tagIds: readonly string[];
}

const day = 86_400_000;
const spanMilliseconds = 6 * 365 * day;
/** Above 1, later stories are denser; 1.5 has a third of them in the last year and a fifth of that in the last month. */
const bend = 1.5;

export type Planner = (index: number) => StoryPlan;

/** Plans stories by index, oldest first. */
export function plannerFor(run: Run, terms: Terms): Planner {
  const choices: Choices = {
    sections: zipf(terms.sections, 0.7),
    topics: new Map(terms.sections.map((section) => [section, zipf(section.topics)])),
    places: zipf(terms.placeTags, 0.8),
  };
  return (index) => plan(run, choices, index);
}

interface Choices {
  readonly sections: Zipf<SectionTerm>;
  readonly topics: ReadonlyMap<SectionTerm, Zipf<TopicTerm>>;
  readonly places: Zipf<Terms['placeTags'][number]>;
}

function plan({ seed, articles, now }: Run, choices: Choices, index: number): StoryPlan {
  const random = new Random(seed, 'story', index);
  const share = 1 - (index + random.fraction()) / articles;
  const age = spanMilliseconds * share ** bend;
  const publishedAt = Math.floor(now - age);
  const createdAt = Math.floor(publishedAt - random.waiting(5 * 3_600_000) - 60_000);
  const updatedAt = random.chance(0.08) ? Math.floor(publishedAt + 600_000 + random.waiting(day / 2)) : null;
  const section = choices.sections.pick(random);
  const topics = choices.topics.get(section) as Zipf<TopicTerm>;
  const topic = topics.pick(random);
  const { place, tagId } = choices.places.pick(random);
  const more = topics.pickSome(random, random.below(3)).map((one) => one.tagId);
  return {
    index,
    id: uuidAt(createdAt, random),
    createdAt,
    publishedAt,
    updatedAt: updatedAt !== null && updatedAt < now ? updatedAt : null,
    archived: age > 3 * 365 * day && random.chance(0.05),
    section,
    topic,
    place,
    tagIds: [...new Set([topic.tagId, tagId, ...more])],
  };
}
