import { type Cursor, readCursor, writeCursor } from '#features/article/cursor.ts';
import { longestQuery } from '#features/search/model.ts';
import { canonicalSegment, single, withQuery } from '#lib/address.ts';
import { parseMonth } from '#lib/months.ts';

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** What somebody asks the search, as the address of its page says it. */
export interface Asked {
  readonly query: string;
  /** Slugs and a handle. */
  readonly section: string | null;
  readonly tag: string | null;
  readonly author: string | null;
  /** The first and the last day (`2026-11-23`), by the clocks of the site. */
  readonly from: string | null;
  readonly to: string | null;
  readonly place: Place | null;
}

/** Where a page of results begins: which stories are put in order, from the newest on, and after which of them. */
export interface Place {
  readonly newest: Cursor;
  /** Null for the first page of these stories. */
  readonly after: { readonly score: number; readonly articleId: string } | null;
}

/** Reads an address. Control characters, which a database refuses, are spaces; what makes no sense is as good as none. */
export function readAsked(query: Query): Asked {
  const words = (name: string) => (single(query, name) ?? '').replace(/\p{Cc}+/gu, ' ').trim();
  const name = (of: string) => canonicalSegment(words(of).toWellFormed()).slice(0, longestQuery) || null;
  return {
    query: words('q').slice(0, longestQuery).toWellFormed(),
    section: name('section'),
    tag: name('tag'),
    author: name('author'),
    from: readDay(words('from')),
    to: readDay(words('to')),
    place: readPlace(words('after')),
  };
}

/** The address of a page of results. */
export function searchHref({ query, place, ...filters }: Asked): string {
  return withQuery('/search', { q: query || null, ...filters, after: place && writePlace(place) });
}

function readDay(text: string): string | null {
  if (!(/^\d{4}-\d{2}-\d{2}$/.test(text) && parseMonth(text.slice(0, 7)))) return null;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? text : null;
}

const shape = /^(.+?)(?:~(-?\d{1,15})~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}))?$/;

function readPlace(text: string): Place | null {
  const [, cursor, score, articleId] = shape.exec(text) ?? [];
  const newest = readCursor(cursor);
  return newest && { newest, after: articleId ? { score: Number(score), articleId } : null };
}

const writePlace = ({ newest, after }: Place): string =>
  after ? `${writeCursor(newest)}~${after.score}~${after.articleId}` : writeCursor(newest);
