import type { DeskListQuery } from '#features/article/schema-desk-list.ts';
import type { ArticleState } from '#lib/vocabulary.ts';

/** A state by the clock: of a published story whether readers see it now, will, or did. */
export type Standing = ArticleState | 'scheduled' | 'embargoed' | 'withdrawn';

/** A story as a line of the desk's list. */
export interface DeskListRow {
  readonly id: string;
  /** Empty for words under way that have none yet. */
  readonly headline: string;
  readonly standing: Standing;
  readonly section: string | null;
  /** The people credited, else who began it, else null. */
  readonly writers: string | null;
  /** When readers saw it first, or the next moment from which they will; null where neither is so. */
  readonly publicFrom: Date | null;
  readonly changedAt: Date;
  /** Whether there are words, newer than those that are public or planned, that readers will not see. */
  readonly newerWords: boolean;
  /** Views by people, ever. */
  readonly views: number;
  /** Where readers find it, percent-encoded; null while it is not public. */
  readonly href: string | null;
  /** Whether whoever asks may open it to write. */
  readonly editable: boolean;
  /** Who else has it open now. */
  readonly editors: readonly { readonly id: string; readonly name: string }[];
}

/** A story as it is found by words of its headline. */
export interface FoundStory {
  readonly id: string;
  readonly headline: string;
  readonly standing: Standing;
  readonly section: string | null;
  /** Where whoever asks can read or write it; null where they cannot. */
  readonly href: string | null;
}

/** One page of the list, with cursors to its neighbours. */
export interface DeskListPage {
  readonly rows: readonly DeskListRow[];
  readonly newer: string | null;
  readonly older: string | null;
}

/** The address of the list with some of its filters changed; from its first page, unless a cursor says otherwise. */
export function deskListHref(query: Partial<DeskListQuery>, changes: Partial<DeskListQuery> = {}): string {
  const { before: _before, after: _after, ...filters } = query;
  const wanted = Object.entries({ ...filters, ...changes }).filter(([, value]) => value);
  const text = new URLSearchParams(wanted as [string, string][]).toString();
  return text === '' ? '/desk/articles' : `/desk/articles?${text}`;
}

/**
 * Words as a Postgres text search (`simple`, to_tsquery): all of them, each as the beginning of a word. Empty where
 * there is no letter and no digit to look for.
 */
export function headlineSearch(words: string): string {
  return words
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .map((word) => `'${word.replace(/['\\]/g, ' ').trim()}':*`)
    .join(' & ');
}
