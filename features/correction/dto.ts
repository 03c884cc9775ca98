import type { ArticleCard, Correction } from '#features/article/dto.ts';

/** One page of corrections with their stories, and the cursors of its neighbours. */
export interface CorrectionPage {
  readonly corrections: readonly (Correction & { readonly card: ArticleCard })[];
  readonly older: string | null;
  readonly newer: string | null;
}

/** A correction as the desk shows it; `issuedBy` is null for one from the command line. */
export interface DeskCorrection extends Correction {
  readonly issuedBy: string | null;
}

/** A story's corrections at the desk, and whether the one who asks may issue another. */
export interface DeskCorrections {
  readonly headline: string;
  /** Whether readers see the story now. */
  readonly isPublic: boolean;
  readonly mayCorrect: boolean;
  /** The newest first. */
  readonly corrections: readonly DeskCorrection[];
}
