/** How long somebody counts as being in a story after the last sign of life, in seconds. */
export const presenceSeconds = 60;

/** Who else has a story open, and how far its working copy is. */
export interface Presence {
  readonly others: readonly { readonly id: string; readonly name: string }[];
  readonly draftVersion: number;
  /** Who saved that version, unless it was the person who asks. */
  readonly savedBy: string | null;
}
