import { Random } from './random.ts';
import { sharesOf } from './shares.ts';
import type { Run } from './story-plan.ts';

/**
 * How many of `total` views or votes each story gets, oldest story first. Interest falls with a story's rank by age
 * (Zipf's law, flattened for the newest), times a luck of its own (log-normal).
 */
export function* popularity(run: Run, total: number, what: 'views' | 'votes'): Generator<number> {
  let sum = 0;
  for (const weight of weights(run, what)) sum += weight;
  yield* sharesOf(total, weights(run, what), sum);
}

function* weights({ seed, articles }: Run, what: string): Generator<number> {
  for (let index = 0; index < articles; index += 1) {
    const rank = articles - index;
    yield Math.exp(1.1 * new Random(seed, what, 'luck', index).normal()) / (rank + 12);
  }
}

/** A moment after `from`: most within `mean` milliseconds or so, none after `until`. */
export function momentAfter(from: number, until: number, mean: number, random: Random): number {
  const after = from + (random.chance(0.1) ? random.fraction() * (until - from) : random.waiting(mean));
  return Math.floor(after < until ? after : from + random.fraction() * (until - from));
}
