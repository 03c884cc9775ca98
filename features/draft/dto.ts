import type { ArticleVerb } from '#features/article/policy.ts';
import type { ArticleState } from '#lib/vocabulary.ts';
import type { StoredDraft } from './model.ts';

/** A thing that is chosen from a list. */
export interface Choosable {
  readonly id: string;
  readonly name: string;
}

/** From when to when a version is public. Times are ISO 8601, since they travel to the browser. */
export interface PublicWindow {
  /** Its address on the site, percent-encoded. */
  readonly href: string;
  readonly slug: string;
  readonly revision: number;
  readonly from: string;
  readonly to: string | null;
  readonly embargoUntil: string | null;
}

/** A story as its editor opens it. */
export interface EditedArticle {
  readonly id: string;
  readonly state: ArticleState;
  readonly writer: string | null;
  readonly draft: StoredDraft;
  /** Whether the working copy says something that no revision says. */
  readonly hasUnkeptWords: boolean;
  /** The number of the newest revision; 0 where there is none. */
  readonly newestRevision: number;
  /** What readers see now. */
  readonly publicNow: PublicWindow | null;
  /** What they will see next: a scheduled version, or one under embargo. */
  readonly publicNext: PublicWindow | null;
  /** Whether readers have been able to see the story, now or before. */
  readonly wasPublic: boolean;
  /** The slug that the story has had in public; it stays unless another is given. */
  readonly formerSlug: string | null;
  readonly may: Readonly<Record<ArticleVerb, boolean>>;
}

/** A section as a list offers it, with how deep it stands in the tree. */
export interface SectionChoice extends Choosable {
  readonly slug: string;
  readonly depth: number;
}
