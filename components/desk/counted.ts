import { say } from '#lib/desk-words.ts';
import { mostCounted } from '#lib/most-counted.ts';

/** A number of stories in words, which is not counted further than `mostCounted`. */
export const counted = (count: number): string =>
  count >= mostCounted ? say('site.many', { count: mostCounted - 1 }) : count.toLocaleString('en');
