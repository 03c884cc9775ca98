import type { EditedArticle } from './dto.ts';

/** How long somebody counts as being in a story after the last sign of life, in seconds. */
export const presenceSeconds = 60;

type Standing = Pick<EditedArticle, 'state' | 'publicNow' | 'publicNext'>;

/** Who else has a story open, how far its working copy is, and how it stands. */
export interface Presence {
  readonly others: readonly { readonly id: string; readonly name: string }[];
  readonly draftVersion: number;
  /** Who saved that version, unless it was the person who asks. */
  readonly savedBy: string | null;
  /** Another one than `standingKey` gives for what a page shows means that the page is old. */
  readonly standing: string;
}

/** Names how a story stands: its state, and which versions are public from when to when. */
export const standingKey = ({ state, publicNow, publicNext }: Standing): string =>
  JSON.stringify([state, ...[publicNow, publicNext].map(windowKey)]);

const windowKey = (window: EditedArticle['publicNow']) =>
  window && [window.href, window.revision, window.from, window.to, window.embargoUntil];
