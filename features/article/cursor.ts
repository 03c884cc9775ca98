/** A place in a list that is ordered by date and id, both falling. */
export interface Cursor {
  /** Microseconds since 1970, in decimal: a Date would lose the last three digits. */
  readonly micros: string;
  readonly articleId: string;
}

const shape = /^(-?\d{1,17})-([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

/** A cursor as it stands in a URL. */
export const writeCursor = (cursor: Cursor): string => `${cursor.micros}-${cursor.articleId}`;

/** Reads a cursor from a URL; null for anything that is not one. */
export function readCursor(text: string | undefined): Cursor | null {
  const match = text ? shape.exec(text) : null;
  return match ? { micros: match[1] as string, articleId: match[2] as string } : null;
}
