import 'server-only';
import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { getToken } from 'next-auth/jwt';
import { z } from 'zod';
import { database } from '#db/client.ts';
import { sessions, users } from '#db/schema/user.ts';
import type { UserActor } from '#features/user/actor.ts';
import { cookieName, sessionSecret } from './session-cookie.ts';

/** Somebody signed in, as their row is now. */
export interface SignedIn extends UserActor {
  readonly email: string;
  readonly sessionId: string;
}

/**
 * Who sends this `Cookie` header, or null. The token in it only names a session: whether that session holds, and who
 * its user is by now, is asked of the database.
 */
export async function signedInFrom(cookieHeader: string | null | undefined): Promise<SignedIn | null> {
  if (!cookieHeader) return null;
  const token = await getToken({
    req: { headers: { cookie: cookieHeader } },
    cookieName: cookieName('session'),
    secret: sessionSecret(),
  });
  const sessionId = z.uuid().safeParse(token?.sessionId);
  return sessionId.success ? await findSignedIn(sessionId.data) : null;
}

async function findSignedIn(sessionId: string): Promise<SignedIn | null> {
  const [row] = await database()
    .select({ id: users.id, name: users.name, email: users.email, role: users.role, sessionId: sessions.id })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(
        eq(sessions.id, sessionId),
        isNull(sessions.endedAt),
        gt(sessions.expiresAt, sql`now()`),
        isNull(users.suspendedAt),
      ),
    );
  return row ? { kind: 'user', ...row } : null;
}
