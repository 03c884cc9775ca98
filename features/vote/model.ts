import type { Tally } from '#features/vote/dto.ts';
import type { ErrorCode } from '#lib/errors.ts';

export type VoteProblem = ErrorCode | 'fault';

/** Where a reader without JavaScript sees what became of a vote. */
export function confirmationHref(articleId: string, problem: VoteProblem | null): string {
  const page = `/vote/${encodeURIComponent(articleId)}`;
  return problem === null ? page : `${page}?problem=${problem}`;
}

/** One sentence for a problem as the confirmation page is told of it; null for what is no problem. */
export function problemSentence(problem: string | undefined): string | null {
  switch (problem) {
    case undefined:
      return null;
    case 'limited':
      return 'You are voting faster than we can count; please try again in a minute.';
    case 'invalid':
      return 'That was not a vote we could read; please use the button below.';
    case 'not_found':
      return 'The story you voted for is not public any more.';
    default:
      return 'Your vote could not be counted just now; please try again.';
  }
}

/** All votes for a story, wherever they were counted. */
export const allVotes = (tally: Tally): number => tally.votes + tally.importedVotes;
