import type { CardPage } from '#features/article/dto.ts';
import { single, withQuery } from '#lib/address.ts';

export type Query = Record<string, string | string[] | undefined>;

/** The cursors of an address. One that is none is as good as absent: the list reads the first page then. */
export const cursorsOf = (query: Query) => ({ before: single(query, 'before'), after: single(query, 'after') });

/** The addresses of a page's neighbours. The newest page has no cursor, so that it has one address only. */
export function neighbours(path: string, { older, newer }: CardPage): { older: string | null; newer: string | null } {
  return {
    older: older && withQuery(path, { before: older }),
    newer: newer && withQuery(path, { after: newer }),
  };
}
