import type { DraftField } from '#features/draft/model.ts';

/** Why something was not done, and the field of the story that keeps it from being done. */
export interface Problem {
  readonly sentence: string;
  readonly field: DraftField | null;
  /** What is wrong with a field of the question itself, by its name there. */
  readonly asked: Readonly<Record<string, string>>;
}
