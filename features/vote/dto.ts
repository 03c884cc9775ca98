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

/** A story's votes as anybody may check them. */
export interface VoteRecord {
  readonly articleId: string;
  readonly countedAt: Date;
  /** What readers are shown, without what was counted elsewhere. */
  readonly tally: number;
  /** The votes of the ledger that stand and count, counted one by one. */
  readonly ledger: number;
  /** Votes that stand and wait for an editor's judgement, or were rejected. */
  readonly held: number;
  readonly importedVotes: number;
  /** The newest first. */
  readonly seals: readonly VoteSeal[];
}

/** A day (UTC, such as 2026-11-22) on which a story's votes changed, sealed with SHA-256 (64 hexadecimal digits). */
export interface VoteSeal {
  readonly day: string;
  readonly events: number;
  /** What counted when the day was over. */
  readonly votes: number;
  readonly previous: string;
  readonly hash: string;
}
