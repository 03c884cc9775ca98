import { explainDatabaseError } from '#db/database-problem.ts';
import { UnreadableBody } from '#features/body/valid-body.ts';
import { env } from '#lib/env.ts';
import { Refusal } from '#lib/errors.ts';
import { describeFailure, StartProblem } from '#lib/start-problem.ts';

/** What a program of the terminal prints for any error: one sentence, or the whole stack of an unknown one. */
export function failureSentence(error: unknown): string {
  if (error instanceof Refusal || error instanceof UnreadableBody) return error.message;
  if (error instanceof StartProblem) return describeFailure(error);
  const { DATABASE_APP_URL } = env();
  return describeFailure(DATABASE_APP_URL ? explainDatabaseError(error, DATABASE_APP_URL, 'DATABASE_APP_URL') : error);
}
