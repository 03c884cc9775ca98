import type { Standing } from '#features/article/model-desk-list.ts';

/** A story of a set of translations, as the desk lists it. */
export interface SetMember {
  readonly id: string;
  /** Empty for words under way that have none yet. */
  readonly headline: string;
  readonly language: string;
  readonly standing: Standing;
  /** Whether whoever asks may write in it, and so take it out. */
  readonly editable: boolean;
}

/** A story's translations at the desk. */
export interface DeskTranslations {
  readonly headline: string;
  readonly language: string;
  readonly others: readonly SetMember[];
}
