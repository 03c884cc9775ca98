import type { ArticleDetail } from '#features/article/dto.ts';

/** What readers see of a story while somebody previews it. */
export type PreviewState =
  | 'draft'
  | 'in_review'
  | 'scheduled'
  | 'embargoed'
  | 'withdrawn'
  | 'stub'
  | 'public'
  | 'older_public';

/** A story by its newest words, as its page would show it. */
export interface Preview {
  readonly article: ArticleDetail;
  readonly state: PreviewState;
  /** When these words were saved. */
  readonly savedAt: Date;
  /** Until when the link works. */
  readonly expiresAt: Date;
  /** What keeps the story from being published, a sentence each. */
  readonly unfinished: readonly string[];
  /** Pictures in the story that have no renditions yet and are left out. */
  readonly picturesToCome: number;
}

/** What a preview's address leads to. `ended`: the link was right once. */
export type PreviewAtAddress =
  | { readonly found: 'preview'; readonly preview: Preview }
  | { readonly found: 'ended' }
  | { readonly found: 'nothing' };

/** A link to a preview that works now. */
export interface PreviewLink {
  readonly id: string;
  /** Null for the machine itself. */
  readonly madeBy: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}
