/** How many votes a story has: those of the ledger, and apart from them those counted before it came here. */
export interface Tally {
  readonly articleId: string;
  readonly votes: number;
  readonly importedVotes: number;
}

/** A tally as one reader sees it: `standing` says whether that reader's vote is in it, unless it is `held`. */
export interface Ballot extends Tally {
  readonly standing: boolean;
  /** Whether the vote waits for an editor's judgement, and counts only after it. */
  readonly held: boolean;
}
