import 'server-only';
import type { Transaction } from '#db/client.ts';
import { auditLog } from '#db/schema/audit.ts';
import { type Actor, userIdOf } from '#features/user/actor.ts';
import { currentRequestId } from '#lib/request-id.ts';

/** What an action did, in plain data: no bodies, no secrets. */
export interface AuditEntry {
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly details?: Record<string, unknown>;
}

/** Adds one line to the audit log, in the transaction of what it tells of. */
export async function recordAudit(tx: Transaction, actor: Actor, action: string, entry: AuditEntry): Promise<void> {
  await tx.insert(auditLog).values({
    actorId: userIdOf(actor),
    actorName: actor.name,
    action,
    subjectKind: entry.subjectKind,
    subjectId: entry.subjectId,
    details: entry.details ?? {},
    requestId: currentRequestId(),
  });
}
