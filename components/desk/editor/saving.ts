import type { StoredDraft } from '#features/draft/model.ts';
import type { DraftContent } from '#features/draft/schema.ts';

/** One save as it is sent. Sent again, it is the same: the server then knows it by its id. */
export interface Save {
  readonly baseVersion: number;
  readonly saveId: string;
  readonly content: DraftContent;
  readonly chosen: boolean;
}

export type SendAnswer =
  | { readonly kind: 'saved'; readonly version: number; readonly savedAt: string }
  | { readonly kind: 'conflict'; readonly stored: StoredDraft }
  /** Nobody is signed in any more. */
  | { readonly kind: 'signed-out' }
  /** These words will not be taken as they are, however often they are sent. */
  | { readonly kind: 'refused'; readonly message: string }
  /** Whether the words arrived is not known. */
  | { readonly kind: 'unreachable' };

export type SaveStatus =
  | { readonly kind: 'saved'; readonly at: string | null }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'conflict'; readonly stored: StoredDraft }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'unreachable' };

/** A story's words as they stand in the editor where they are none that a story may have, and the sentence why. */
export interface RefusedBody {
  readonly body: unknown;
  readonly why: string;
}

/** Words that are not on the server yet, as this browser keeps them. */
export interface LocalWords {
  readonly baseVersion: number;
  readonly base: DraftContent;
  readonly words: DraftContent;
  /** Stands for the body of `words`, which is then the last one that a story may have. */
  readonly refused: RefusedBody | null;
  /** Sent, and not known to have arrived. */
  readonly pending: Save | null;
}

export interface AutosaveParts {
  send(save: Save): Promise<SendAnswer>;
  /** Keeps words in this browser, null once the server has them. Returns whether this browser does what is asked. */
  keepLocally(words: LocalWords | null): boolean;
  newId(): string;
  /** Called at each change of how the words stand, and of whether this browser keeps those that are unsaved. */
  onStatus(status: SaveStatus, isKept: boolean): void;
}
