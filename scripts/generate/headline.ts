import type { Random } from './random.ts';

/** What a story is about, in words that fit into sentences. */
export interface Matter {
  readonly place: string;
  /** Plural: 'night trains', 'food prices'. */
  readonly matter: string;
  /** Plural: 'researchers'. */
  readonly actors: string;
}

/** A headline; from the same matter there are some ten thousand. */
export function headlineFor({ place, matter, actors }: Matter, random: Random): string {
  const share = random.between(3, 68);
  const shapes = [
    () => `${matter} ${random.pick(movements)} in ${place} for ${random.pick(ordinals)} month in a row`,
    () => `${place} ${random.pick(decisions)} ${matter} after ${random.pick(causes)}`,
    () => `${actors} in ${place} ${random.pick(stances)} ${matter}`,
    () => `${matter}: what ${actors} in ${place} expect of ${random.pick(outcomes)}`,
    () => `Why ${matter} ${random.pick(movements)} by ${share}% in ${place}`,
    () => `“${random.pick(exclamations)}”: ${actors} on ${matter} in ${place}`,
    () => `${share}% of ${actors} ${random.pick(stances)} ${matter}, survey in ${place} finds`,
    () => `${place} to vote on ${matter} as ${actors} ${random.pick(moods)}`,
    () => `Inside ${place}’s two-year fight over ${matter}`,
    () => `${actors} ${random.pick(moods)} over ${matter} after ${random.pick(causes)} in ${place}`,
  ];
  return capitalised(random.pick(shapes)());
}

/** One sentence that says more than the headline. */
export function standfirstFor({ place, matter, actors }: Matter, random: Random): string {
  const start = capitalised(`${actors} in ${place} ${random.pick(stances)} ${matter}`);
  return `${start}, ${random.between(2, 30)} months after ${random.pick(causes)}; ${random.pick(outcomes)} is expected ${random.pick(times)}.`;
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export const movements = ['rise', 'fall', 'double', 'slow down', 'recover', 'stagnate', 'drop sharply', 'climb'];
export const stances = ['welcome', 'question', 'oppose', 'defend', 'demand', 'warn against', 'look again at', 'weigh'];
export const causes = [
  'a year of debate',
  'a critical report',
  'weeks of protest',
  'an unusually dry spring',
  'a surprise ruling',
  'the storm of last winter',
  'a pilot project',
  'months of delay',
];
export const outcomes = ['the new rules', 'the next budget', 'the inquiry', 'the coming vote', 'the autumn review'];
export const times = [
  'next week',
  'by the end of the month',
  'in the spring',
  'within days',
  'before the summer break',
];
const decisions = ['reviews', 'limits', 'extends', 'suspends', 'reopens talks on', 'publishes figures on'];
const ordinals = ['a second', 'a third', 'a fourth', 'a sixth', 'a tenth'];
const moods = ['lose patience', 'gain confidence', 'stay divided', 'take to the streets', 'call for calm'];
const exclamations = ['It is about time', 'Nobody asked us', 'We can do better', 'This changes everything'];
