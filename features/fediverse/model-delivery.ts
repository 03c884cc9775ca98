import type { DeliveryState } from '#lib/vocabulary.ts';

/** What an answer to a delivery means: done, no use to try again, or to be tried again. */
export function stateAfter(status: number): Extract<DeliveryState, 'taken' | 'refused' | 'waiting'> {
  if (status >= 200 && status < 300) return 'taken';
  // A server that could not fetch our key just now says 401, too.
  if ([401, 408, 425, 429].includes(status) || status >= 500) return 'waiting';
  return 'refused';
}

/** Of a delivery that was not made at all: whether it is tried again. An address that is none of the internet stays so. */
export const stateAfterFailure = (reason: string): 'refused' | 'waiting' =>
  ['scheme', 'credentials', 'port', 'private'].includes(reason) ? 'refused' : 'waiting';

const minutes = [1, 5, 30, 2 * 60, 6 * 60, 12 * 60, 24 * 60, 24 * 60];

/** How long after so many attempts the next is made, in milliseconds; null when it is given up, after three days. */
export function delayAfter(attempts: number): number | null {
  const delay = minutes[attempts - 1];
  return delay === undefined ? null : delay * 60_000;
}

/** The first words of an answer, as the desk shows them: one line of plain text. */
export function shortAnswer(text: string): string {
  const line = text
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\s\ufffd]+/gu, ' ')
    .trim();
  return line.length > 200 ? `${line.slice(0, 199).trimEnd()}…` : line;
}

/** What followers know of a story, and what is public of it now. */
export interface Standing {
  readonly on: boolean;
  /** The publication that they know; null where they know none, undefined where they never heard of the story. */
  readonly told: string | null | undefined;
  /** The publication in force; null where the story is not public. */
  readonly now: { readonly id: string; readonly archived: boolean; readonly isNews: boolean } | null;
}

/**
 * What followers are told of a story. Only news is made known: what is brought in from an archive, or was published long
 * before anybody could follow, is there to be found but is sent to nobody. What was told is taken back in any case.
 */
export function nextTelling({ on, told, now }: Standing): 'create' | 'update' | 'delete' | null {
  if (told) {
    if (!now) return 'delete';
    return on && now.id !== told ? 'update' : null;
  }
  if (!(on && now) || now.archived) return null;
  return now.isNews || told === null ? 'create' : null;
}

/** For how many days after its publication a story is news to followers. */
export const newsDays = 7;
