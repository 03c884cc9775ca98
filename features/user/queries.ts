import 'server-only';
import { and, asc, desc, eq, gt, ilike, isNotNull, isNull, or, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { invitations, sessions, users } from '#db/schema/user.ts';
import { containing, type NamePage, type NameQuery, pageOf } from '#features/search/model-names.ts';
import type { Role } from '#lib/vocabulary.ts';

/** Somebody with an account, as an admin sees them. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly suspended: boolean;
  /** How many browsers they are signed in with. */
  readonly sessions: number;
  readonly lastSignIn: Date | null;
}

const holds = and(isNull(sessions.endedAt), gt(sessions.expiresAt, sql`now()`));

/** One page of those with an account by name, or of those whose name or address contains some words. */
export async function listPeople({ q, after }: NameQuery, size = 100): Promise<NamePage<Person>> {
  const rows = await database()
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      role: users.role,
      suspended: sql<boolean>`${users.suspendedAt} is not null`,
      sessions: sql<number>`count(${sessions.id}) filter (where ${holds})::int`,
      lastSignIn: sql<Date | null>`max(${sessions.createdAt})`.mapWith(sessions.createdAt),
    })
    .from(users)
    .leftJoin(sessions, eq(sessions.userId, users.id))
    .where(
      and(
        q === '' ? undefined : or(ilike(users.name, containing(q)), ilike(users.email, containing(q))),
        after
          ? sql`(lower(${users.name}), ${users.id}) > (select lower(name), id from users where id = ${after})`
          : undefined,
      ),
    )
    .groupBy(users.id)
    .orderBy(asc(sql`lower(${users.name})`), asc(users.id))
    .limit(size + 1);
  return pageOf(rows, size);
}

/** An invitation that nobody has accepted yet. */
export interface Invitation {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly invitedBy: string | null;
  readonly expiresAt: Date;
  readonly expired: boolean;
}

/** The invitations that wait, the newest first. */
export function listInvitations(): Promise<Invitation[]> {
  return database()
    .select({
      id: invitations.id,
      email: sql<string>`${invitations.email}`,
      role: invitations.role,
      invitedBy: users.name,
      expiresAt: invitations.expiresAt,
      expired: sql<boolean>`${invitations.expiresAt} <= now()`,
    })
    .from(invitations)
    .leftJoin(users, eq(users.id, invitations.invitedBy))
    .where(and(isNull(invitations.acceptedAt), isNotNull(invitations.email)))
    .orderBy(desc(invitations.id))
    .limit(1000);
}

/** A session of somebody who looks at their own. */
export interface OwnSession {
  readonly id: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** The browser as it named itself. */
  readonly agent: string;
}

/** The sessions of a user that hold, the newest first. */
export function listSessions(userId: string): Promise<OwnSession[]> {
  return database()
    .select({ id: sessions.id, createdAt: sessions.createdAt, expiresAt: sessions.expiresAt, agent: sessions.agent })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), holds))
    .orderBy(desc(sessions.id))
    .limit(200);
}

/** The user of this address. */
export async function findPerson(email: string): Promise<{ id: string; name: string; role: Role } | null> {
  const [row] = await database()
    .select({ id: users.id, name: users.name, role: users.role })
    .from(users)
    .where(eq(users.email, email));
  return row ?? null;
}
