/**
 * Something that keeps Broadsheet from starting and that the person at the terminal can mend. The message is one
 * sentence: what is wrong and what to do. It is shown as it stands, without a stack.
 */
export class StartProblem extends Error {
  override name = 'StartProblem';
}

/** What to print for any error: the sentence of a known problem, or the whole stack of an unknown one. */
export function describeFailure(error: unknown): string {
  if (error instanceof StartProblem) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
