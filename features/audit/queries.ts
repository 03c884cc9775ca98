import 'server-only';
import { and, asc, desc, eq, isNull, lt, type SQL, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { auditLog } from '#db/schema/audit.ts';
import { users } from '#db/schema/user.ts';
import { actionsOfKind } from '#features/audit/model.ts';
import { type AuditQuery, machine } from '#features/audit/schema.ts';

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
export async function listAudit(query: AuditQuery, size = 50): Promise<{ lines: AuditLine[]; before: string | null }> {
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
    .where(query.kind ? ofKind(query.kind, query, size + 1) : narrowed(query))
    .orderBy(desc(auditLog.id))
    .limit(size + 1);
  const lines = rows.slice(0, size);
  return { lines, before: rows.length > size ? (lines.at(-1)?.id ?? null) : null };
}

/** Everybody who may be asked for, by name; where there are very many, a name in the log leads to the others too. */
export function listActors(): Promise<{ id: string; name: string }[]> {
  return database()
    .select({ id: users.id, name: users.name })
    .from(users)
    .orderBy(asc(sql`lower(${users.name})`), asc(users.id))
    .limit(500);
}

const narrowed = ({ person, before }: AuditQuery): SQL | undefined =>
  and(person === null ? undefined : doneBy(person), before ? lt(auditLog.id, before) : undefined);

const doneBy = (person: string): SQL => (person === machine ? isNull(auditLog.actorId) : eq(auditLog.actorId, person));

/** The last of each act, by its index, and of those together the last: a page costs no more where the log is long. */
function ofKind(kind: string, query: AuditQuery, size: number): SQL {
  const actions = sql.join(
    (actionsOfKind(kind) ?? []).map((action) => sql`(${action})`),
    sql`, `,
  );
  const last = database()
    .select({ id: auditLog.id })
    .from(auditLog)
    .where(and(sql`${auditLog.action} = wanted.action`, narrowed(query)))
    .orderBy(desc(auditLog.id))
    .limit(size);
  return sql`${auditLog.id} = any(array(
    select found.id from (values ${actions}) wanted (action) cross join lateral ${last} found
    order by found.id desc limit ${size}))`;
}

/** Found by the id as a uuid: the log keeps it as text, since not everything that is logged has one. */
const subjectName = sql<string | null>`case ${auditLog.subjectKind}
  when 'article' then (select nullif(a.headline, '') from articles a where a.id = ${auditLog.subjectId}::uuid)
  when 'section' then (select s.name from sections s where s.id::text = ${auditLog.subjectId})
  when 'tag' then (select t.name from tags t where t.id = ${auditLog.subjectId}::uuid)
  when 'byline' then (select b.name from bylines b where b.id = ${auditLog.subjectId}::uuid)
  when 'invitation' then coalesce(${auditLog.details} ->> 'email',
    (select i.email from invitations i where i.id = ${auditLog.subjectId}::uuid))
  when 'media' then (select nullif(m.name, '') from media_assets m where m.id = ${auditLog.subjectId}::uuid)
  when 'user' then (select u.name from users u where u.id = ${auditLog.subjectId}::uuid)
  end`;
