import { z } from 'zod';
import { actionsOfKind } from './model.ts';

/** Who is asked for where nobody acted but the site itself. */
export const machine = 'machine';

/** What the log at the desk is asked for; a value that makes no sense is as good as none. */
export const auditQuery = z.object({
  person: z
    .union([z.uuid(), z.literal(machine)])
    .nullable()
    .catch(null),
  /** A kind of act, as `actGroups` offers them. */
  kind: z
    .string()
    .refine((kind) => actionsOfKind(kind) !== null)
    .nullable()
    .catch(null),
  /** The id of the last entry on the page before. */
  before: z.uuid().nullable().catch(null),
});

export type AuditQuery = z.output<typeof auditQuery>;
