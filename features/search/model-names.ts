import { z } from 'zod';

/** What a list of names at the desk is asked for; a value that makes no sense is as good as none. */
export const nameQuery = z.object({
  q: z.string().trim().max(100).catch(''),
  /** The id of the last one on the page before. */
  after: z.uuid().nullable().catch(null),
});

export type NameQuery = z.output<typeof nameQuery>;

export interface NamePage<Row> {
  readonly rows: readonly Row[];
  /** The cursor of the page that follows, if one does. */
  readonly after: string | null;
}

/** A page of rows of which one more than it holds was read. */
export function pageOf<Row extends { id: string }>(rows: readonly Row[], size: number): NamePage<Row> {
  const page = rows.slice(0, size);
  return { rows: page, after: rows.length > size ? (page.at(-1)?.id ?? null) : null };
}

/** A pattern of LIKE for what contains these words as they stand. */
export const containing = (words: string): string => `%${words.replace(/[\\%_]/g, '\\$&')}%`;
