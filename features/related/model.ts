/**
 * How alike two stories are, and which stand in a list of related ones. Words are weighted as search engines do it: the
 * more often in a story and the rarer among all (tf-idf), compared by cosine (Salton and Buckley 1988).
 */

/** What is compared of a story. */
export interface Comparable {
  readonly id: string;
  readonly sectionId: string;
  readonly tagIds: readonly string[];
  /** When it was first published. */
  readonly at: Date;
  /** Its lexemes, each with how telling it is; as a vector of length 1. */
  readonly words: ReadonlyMap<string, number>;
}

/** How large a share of all stories has a lexeme; of those not named, the `rarest` share at most. */
export interface Commonness {
  readonly shares: ReadonlyMap<string, number>;
  readonly rarest: number;
}

/** A place in a list; `score` says how alike the two are, and is the same from either side. */
export interface Relation {
  readonly id: string;
  readonly score: number;
}

/** What a lexeme in the headline, in the standfirst and in the body counts; by its label in a `tsvector`. */
const labelWeights: Readonly<Record<string, number>> = { A: 4, B: 2, C: 1, D: 1 };
/** From so many occurrences on, more of them count little (the k of BM25). */
const saturation = 2;

/** What else two stories share, beside words whose cosine is 0.2 to 0.4 for stories about one thing. */
const worth = { section: 0.1, tags: 0.15, time: 0.05 } as const;
const halfLifeDays = 30;
/** Those less alike are not related: what is, shares the section, a tag among few, or words that are worth as much. */
export const leastAlike = 0.1;

const lexemePattern = /'((?:[^']|'')+)'(?::([0-9A-D,]+))?/g;

/** The lexemes of a `tsvector` as Postgres writes it, with how telling each is among all stories. */
export function weighWords(vector: string, { shares, rarest }: Commonness): Map<string, number> {
  const words = new Map<string, number>();
  let squares = 0;
  for (const [, quoted = '', places = ''] of vector.matchAll(lexemePattern)) {
    const lexeme = /['\\]/.test(quoted) ? quoted.replaceAll("''", "'").replaceAll('\\\\', '\\') : quoted;
    const often = weightOf(places);
    const rarity = Math.log(1 + 1 / (shares.get(lexeme) ?? rarest));
    const weight = (often / (often + saturation)) * rarity;
    words.set(lexeme, weight);
    squares += weight * weight;
  }
  const length = Math.sqrt(squares) || 1;
  for (const [lexeme, weight] of words) words.set(lexeme, weight / length);
  return words;
}

/** The weights of a lexeme's places together: `3A,17` is one in the headline and one in the body. */
function weightOf(places: string): number {
  let sum = 0;
  for (let end = places.indexOf(','); ; end = places.indexOf(',', end + 1)) {
    sum += labelWeights[places.charAt((end === -1 ? places.length : end) - 1)] ?? 1;
    if (end === -1) return sum;
  }
}

/**
 * The most telling lexemes, as many as can be asked for so that about `most` of `stories` have two of them: the
 * common ones, which come last, would find half the archive.
 */
export function tellingWords(
  words: ReadonlyMap<string, number>,
  { shares, rarest }: Commonness,
  { stories, most, count }: { readonly stories: number; readonly most: number; readonly count: number },
): string[] {
  const chosen: string[] = [];
  let sum = 0;
  let pairs = 0;
  for (const [lexeme] of [...words].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).slice(0, count)) {
    const share = shares.get(lexeme) ?? rarest;
    pairs += stories * share * sum;
    if (pairs > most) break;
    sum += share;
    chosen.push(lexeme);
  }
  return chosen;
}

/** As the text of a `tsquery`: stories that have two of these lexemes or more. Null for fewer than two. */
export function twoOf(lexemes: readonly string[]): string | null {
  const quoted = lexemes.map((lexeme) => `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`);
  const pairs = quoted.slice(0, -1).map((lexeme, index) => `${lexeme} & (${quoted.slice(index + 1).join(' | ')})`);
  return pairs.length > 0 ? pairs.map((pair) => `(${pair})`).join(' | ') : null;
}

/** How alike two stories are, from 0: their words, and their tags, section and time beside them. */
export function likeness(one: Comparable, other: Comparable): number {
  const shared = one.tagIds.filter((tag) => other.tagIds.includes(tag)).length;
  const days = Math.abs(one.at.getTime() - other.at.getTime()) / 86_400_000;
  return (
    cosine(one.words, other.words) +
    (one.sectionId === other.sectionId ? worth.section : 0) +
    (shared === 0 ? 0 : (worth.tags * shared) / Math.sqrt(one.tagIds.length * other.tagIds.length)) +
    worth.time * 0.5 ** (days / halfLifeDays)
  );
}

function cosine(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  const [fewer, more] = one.size < other.size ? [one, other] : [other, one];
  let sum = 0;
  for (const [lexeme, weight] of fewer) sum += weight * (more.get(lexeme) ?? 0);
  return sum;
}

/** Above this share of common lexemes two stories are one and the same: reprints have 0.8, sequels 0.5 at most. */
const sameFrom = 0.7;

/** Whether two stories are nearly word for word the same, as of an agency's copy that came in twice (Jaccard index). */
export function isSameStory(one: Comparable, other: Comparable): boolean {
  let common = 0;
  for (const lexeme of one.words.keys()) if (other.words.has(lexeme)) common += 1;
  return common > 0 && common / (one.words.size + other.words.size - common) >= sameFrom;
}

/** What a story is related to, most alike first, and which of the candidates are the story itself once more. */
export function relate(story: Comparable, candidates: readonly Comparable[], most: number) {
  const others = candidates.filter(({ id }) => id !== story.id);
  const same = new Set(others.filter((other) => isSameStory(story, other)).map(({ id }) => id));
  const scored = others
    .filter(({ id }) => !same.has(id))
    .map((other) => ({ other, score: likeness(story, other) }))
    .filter(({ score }) => score >= leastAlike)
    .sort((a, b) => b.score - a.score || (a.other.id < b.other.id ? -1 : 1));
  const chosen: typeof scored = [];
  for (const one of scored) {
    if (chosen.length === most) break;
    if (!chosen.some(({ other }) => isSameStory(one.other, other))) chosen.push(one);
  }
  return { relations: chosen.map(({ other, score }): Relation => ({ id: other.id, score })), same };
}

/** The higher score first, as exactly as scores are kept (`real`): of equal ones neither goes before the other. */
const byScore = (one: Relation, other: Relation) => Math.fround(other.score) - Math.fround(one.score);

/**
 * The list of another story once `relation` belongs in it: at its place by score, and of stories that are the `same` as
 * it, only the best placed stays.
 */
export function insertRelation(
  list: readonly Relation[],
  relation: Relation,
  same: ReadonlySet<string>,
  most: number,
): Relation[] {
  const isOne = ({ id }: Relation) => id === relation.id || same.has(id);
  const merged = [...list.filter(({ id }) => id !== relation.id), relation].sort(byScore);
  const best = merged.find(isOne);
  return merged.filter((one) => one === best || !isOne(one)).slice(0, most);
}
