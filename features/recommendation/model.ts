import { distinctStories } from '#features/article/distinct-stories.ts';
import type { ArticleCard, RankedCard, Recommendation } from '#features/article/dto.ts';

/** What there is to choose from for the lists around a story, each best first. */
export interface Sources {
  readonly story: ArticleCard;
  readonly related: readonly ArticleCard[];
  readonly ranking: readonly RankedCard[];
  /** What editors chose, and what they want in no recommendation. */
  readonly pinned: readonly ArticleCard[];
  readonly keptOut: readonly ArticleCard[];
  readonly coRead: readonly ArticleCard[];
  /** What people read most in each section at the top of the tree, the first of each before the second of any. */
  readonly mostRead: readonly { readonly card: ArticleCard; readonly section: string }[];
  readonly newest: readonly ArticleCard[];
}

export interface StoryLists {
  readonly related: readonly ArticleCard[];
  readonly ranking: readonly RankedCard[];
  /** The newest, where people have read too few stories of late for a whole ranking. */
  readonly unread: readonly ArticleCard[];
  readonly recommendations: readonly Recommendation[];
}

/** How long each list is, where there are stories enough. */
const sizes = { related: 10, ranking: 8, recommendations: 8 } as const;

/** The most recommendations of one kind, and of one section, where there are others. */
const most = { coRead: 3, mostRead: 3, related: 2, ofSection: 2 } as const;

/**
 * The lists around a story: no story in two of them or twice in one, and never the story itself. What editors chose is
 * recommended; the ranking leaves out only that, and goes on with the newest; related are the most alike of the rest.
 * Where there are few stories, each list is shorter in proportion.
 */
export function arrangeLists(sources: Sources): StoryLists {
  const { story, related, ranking, pinned, newest } = sources;
  const ranked = ranking.map(({ card }) => card);
  const all = distinctStories([story, ...pinned, ...ranked, ...related, ...newest]).length - 1;
  const share = Math.min(1, all / (sizes.related + sizes.ranking + sizes.recommendations));
  const lengthOf = (list: keyof typeof sizes) => Math.ceil(sizes[list] * share);
  const take = (cards: readonly ArticleCard[], size: number, taken: readonly ArticleCard[]) =>
    distinctStories([story, ...taken, ...cards]).slice(1 + taken.length, 1 + taken.length + size);

  const chosen = take(pinned, lengthOf('recommendations'), []);
  const read = take(ranked, lengthOf('ranking'), chosen);
  const close = take(related, lengthOf('related'), [...chosen, ...read]);
  const recommendations = recommend({ ...sources, pinned: chosen }, [...read, ...close]);
  const next = recommendations.map(({ card }) => card);
  const unread = take(newest, lengthOf('ranking') - read.length, [...read, ...close, ...next]);
  const views = new Map(ranking.map((one) => [one.card.id, one]));
  return {
    related: close,
    ranking: read.flatMap(({ id }) => views.get(id) ?? []),
    unread,
    recommendations,
  };
}

/**
 * What to read next, each with its reason: what editors chose, what readers of the story also read, what is read most
 * elsewhere, what is close to it, and what is new. Spread over the sections as far as there is something in them.
 */
function recommend(sources: Sources, shown: readonly ArticleCard[]): Recommendation[] {
  const { story, pinned, keptOut, coRead, mostRead, related, newest } = sources;
  const elsewhere = ({ section }: ArticleCard) => section.id !== story.section.id;
  const because = (cards: readonly ArticleCard[], reason: Exclude<Recommendation['reason'], 'read'>) =>
    cards.map((card): Recommendation => ({ card, reason, section: card.section.name }));
  const beside = new Set([...shown, ...keptOut].map(({ id }) => id));
  const open = (one: { readonly card: ArticleCard }) => !beside.has(one.card.id);
  const alsoRead = because(coRead, 'co_read').filter(open);
  const read = mostRead
    .filter((one) => elsewhere(one.card) && open(one))
    .map(({ card, section }): Recommendation => ({ card, reason: 'read', section }));
  const candidates = [
    ...because(pinned, 'pinned'),
    ...alsoRead.slice(0, most.coRead),
    ...read.slice(0, most.mostRead),
    ...because(related, 'related').filter(open).slice(0, most.related),
    ...alsoRead,
    ...read,
    ...because(newest.filter(elsewhere), 'new'),
    ...because(newest, 'new'),
  ].filter(open);
  const firstOf = new Map(candidates.toReversed().map((one) => [one.card.id, one]));
  const distinct = distinctStories([story, ...shown, ...candidates.map(({ card }) => card)])
    .slice(1 + shown.length)
    .flatMap(({ id }) => firstOf.get(id) ?? []);
  return leadWithPicture(spread(distinct).slice(0, sizes.recommendations));
}

/** Those that are one too many of their section go behind the others; what editors chose stays. */
function spread(recommendations: readonly Recommendation[]): Recommendation[] {
  const counts = new Map<string, number>();
  const late = new Set<Recommendation>();
  for (const one of recommendations) {
    const count = (counts.get(one.card.section.id) ?? 0) + 1;
    counts.set(one.card.section.id, count);
    if (count > most.ofSection && one.reason !== 'pinned') late.add(one);
  }
  return [...recommendations.filter((one) => !late.has(one)), ...late];
}

function leadWithPicture(chosen: readonly Recommendation[]): Recommendation[] {
  const lead = chosen.find(({ card }) => card.picture !== null);
  return lead ? [lead, ...chosen.filter((one) => one !== lead)] : [...chosen];
}
