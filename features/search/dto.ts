import type { ArticleCard, Link } from '#features/article/dto.ts';
import type { Asked } from '#features/search/model-asked.ts';

/** A piece of a text; `hit` where it is a word that was asked for. */
export interface Marked {
  readonly text: string;
  readonly hit: boolean;
}

/** A story that was found, and where its words stand that were asked for. */
export interface SearchResult {
  readonly card: ArticleCard;
  readonly headline: readonly Marked[];
  /** Some words of standfirst or body around those that were asked for; else the standfirst. */
  readonly snippet: readonly Marked[];
}

export interface SearchResults {
  readonly results: readonly SearchResult[];
  /** How many public stories fit, and whether there are more; null on a page that is not the first. */
  readonly count: { readonly stories: number; readonly more: boolean } | null;
  /** What the next page is asked with. */
  readonly next: Asked | null;
  /** The query with another spelling, where this one finds nothing and that one does. */
  readonly didYouMean: string | null;
  /** Tags and people of these stories, the most frequent first: names by which the search can be narrowed. */
  readonly topics: readonly Link[];
  readonly people: readonly Link[];
  readonly narrowedBy: NarrowedBy;
}

/** The names by which results are narrowed, of filters that name something. */
export interface NarrowedBy {
  readonly section: string | null;
  readonly tag: string | null;
  readonly author: string | null;
}
