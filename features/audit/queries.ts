import 'server-only';
import { and, desc, eq, lt, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { auditLog } from '#db/schema/audit.ts';
import type { AuditQuery } from '#features/audit/schema.ts';

/** Something that somebody did. */
export interface AuditLine {
  readonly id: string;
  readonly happenedAt: Date;
  /** Null for the machine itself. */
  readonly actorId: string | null;
  readonly actorName: string;
  /** Noun and verb, such as `article.publish`. */
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  /** What the thing is called now, where it is still there. */
  readonly subjectName: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

/** One page of what was done, the last first, by keyset on the id (which begins with the time). */
export async function listAudit(
  { person, before }: AuditQuery,
  size = 50,
): Promise<{ lines: AuditLine[]; before: string | null }> {
  const rows = await database()
    .select({
      id: auditLog.id,
      happenedAt: auditLog.happenedAt,
      actorId: auditLog.actorId,
      actorName: auditLog.actorName,
      action: auditLog.action,
      subjectKind: auditLog.subjectKind,
      subjectId: auditLog.subjectId,
      subjectName,
      details: sql<Record<string, unknown>>`${auditLog.details}`,
    })
    .from(auditLog)
    .where(and(person ? eq(auditLog.actorId, person) : undefined, before ? lt(auditLog.id, before) : undefined))
    .orderBy(desc(auditLog.id))
    .limit(size + 1);
  const lines = rows.slice(0, size);
  return { lines, before: rows.length > size ? (lines.at(-1)?.id ?? null) : null };
}

/** Found by the id as a uuid: the log keeps it as text, since not everything that is logged has one. */
const subjectName = sql<string | null>`case ${auditLog.subjectKind}
  when 'article' then (select nullif(a.headline, '') from articles a where a.id = ${auditLog.subjectId}::uuid)
  when 'section' then (select s.name from sections s where s.id::text = ${auditLog.subjectId})
  when 'tag' then (select t.name from tags t where t.id = ${auditLog.subjectId}::uuid)
  when 'byline' then (select b.name from bylines b where b.id = ${auditLog.subjectId}::uuid)
  when 'user' then (select u.name from users u where u.id = ${auditLog.subjectId}::uuid)
  end`;
