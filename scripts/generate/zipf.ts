import type { Random } from './random.ts';

/** Picks of which the first are the commonest: the `n`th of them has the weight 1 / n (Zipf's law). */
export interface Zipf<Value> {
  pick(random: Random): Value;
  /** Up to `count` picks, each once. */
  pickSome(random: Random, count: number): Value[];
}

export function zipf<Value>(values: readonly Value[], exponent = 1): Zipf<Value> {
  const reach: number[] = [];
  let sum = 0;
  for (const index of values.keys()) {
    sum += 1 / (index + 1) ** exponent;
    reach.push(sum);
  }
  const pick = (random: Random) => values[firstAbove(reach, random.fraction() * sum)] as Value;
  return {
    pick,
    pickSome(random, count) {
      const picked = new Set<Value>();
      for (let turn = 0; turn < count; turn += 1) picked.add(pick(random));
      return [...picked];
    },
  };
}

/** The index of the first number above `wanted`, in ascending numbers. */
function firstAbove(numbers: readonly number[], wanted: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) > wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}
