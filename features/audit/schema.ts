import { z } from 'zod';

/** What the log at the desk is asked for; a value that makes no sense is as good as none. */
export const auditQuery = z.object({
  person: z.uuid().nullable().catch(null),
  /** The id of the last entry on the page before. */
  before: z.uuid().nullable().catch(null),
});

export type AuditQuery = z.output<typeof auditQuery>;
