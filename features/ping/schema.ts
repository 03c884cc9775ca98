import { z } from 'zod';

/** What the list at the desk is asked for; a value that makes no sense is as good as none. */
export const pingsQuery = z.object({
  /** The id of the last one on the page before. */
  before: z.uuid().nullable().catch(null),
});

export type PingsQuery = z.output<typeof pingsQuery>;
