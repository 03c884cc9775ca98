import type { ErrorCode } from '#lib/errors.ts';
import type { MessageKey } from '#lib/messages.ts';

export type VoteProblem = ErrorCode | 'fault';

/** Where a reader without JavaScript sees what became of a vote. */
export function confirmationHref(articleId: string, problem: VoteProblem | null): string {
  const page = `/vote/${encodeURIComponent(articleId)}`;
  return problem === null ? page : `${page}?problem=${problem}`;
}

/** What the confirmation says: the problem that the action met, or else how the reader's vote stands (null for none). */
export function confirmationMessage(
  problem: unknown,
  vote: { readonly standing: boolean; readonly held: boolean } | null,
): MessageKey {
  switch (problem) {
    case undefined:
      break;
    case 'limited':
      return 'vote.limited';
    case 'invalid':
      return 'vote.invalid';
    default:
      return 'vote.failed';
  }
  if (vote === null) return 'vote.none';
  if (vote.held) return 'vote.held';
  return vote.standing ? 'vote.counted' : 'vote.withdrawn';
}

/** Stands for the seal before a story's first. */
export const noSeal = '0'.repeat(64);

/** Where a story's votes are shown so that anybody can check them, by the story's own address. */
export const recordHref = {
  page: (story: string) => `${story}/votes`,
  json: (story: string) => `${story}/votes.json`,
  day: (story: string, day: string) => `${story}/votes/${day}`,
} as const;
