import { say } from '#lib/desk-words.ts';

/** As far as lists of the desk count the stories of a thing. */
const mostCounted = 1000;

/** A number of stories in words, which is not counted further than 1,000. */
export const counted = (count: number): string =>
  count >= mostCounted ? say('site.many', { count: mostCounted - 1 }) : count.toLocaleString('en');
