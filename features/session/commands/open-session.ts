import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { database } from '#db/client.ts';
import { sessions, users } from '#db/schema/user.ts';
import { recordAudit } from '#features/audit/record-audit.ts';
import { spendSignIn } from '#features/session/limits.ts';
import { sessionSeconds } from '#features/session/session-cookie.ts';
import type { UserActor } from '#features/user/actor.ts';
import { isPassword } from '#features/user/password.ts';
import { say } from '#lib/desk-words.ts';
import { Refusal } from '#lib/errors.ts';
import { log } from '#lib/log.ts';

/** Postgres takes no NUL; no address holds one. */
const credentials = z.object({
  email: z
    .string()
    .trim()
    .max(1000)
    .regex(/^[^\0]*$/),
  password: z.string().max(1000),
});

/** Where a sign-in comes from: the address to limit it by, and the browser as it names itself. */
export interface Sender {
  readonly address: string;
  readonly agent: string;
}

/**
 * Opens a session for whoever knows the password. Unknown accounts, suspended ones and wrong passwords get the same
 * `Refusal` after the same work; too many tries get 'limited', which counts accounts that do not exist as well.
 */
export async function openSession(input: unknown, sender: Sender): Promise<{ userId: string; sessionId: string }> {
  const given = credentials.safeParse(input);
  const { email, password } = given.success ? given.data : { email: '', password: '' };
  const takeBack = await spendSignIn(email, sender.address);
  const [user] = await database()
    .select({ id: users.id, passwordHash: users.passwordHash, suspendedAt: users.suspendedAt })
    .from(users)
    .where(eq(users.email, email));
  const right = await isPassword(password, user?.passwordHash);
  const sessionId =
    right && user?.passwordHash && !user.suspendedAt ? await write(user.id, user.passwordHash, sender) : null;
  if (!user || sessionId === null) {
    log.info(
      { part: 'sign-in', known: user !== undefined, suspended: Boolean(user?.suspendedAt) },
      'a sign-in was refused',
    );
    throw new Refusal('forbidden', say('account.wrong'));
  }
  await takeBack();
  return { userId: user.id, sessionId };
}

/** Null when the user was suspended or got another password since: the row, locked, must still be as it was read. */
async function write(userId: string, passwordHash: string, { agent }: Sender): Promise<string | null> {
  return database().transaction(async (tx) => {
    const [user] = await tx
      .select({ id: users.id, name: users.name, role: users.role })
      .from(users)
      .where(and(eq(users.id, userId), eq(users.passwordHash, passwordHash), isNull(users.suspendedAt)))
      .for('share');
    if (!user) return null;
    const [session] = await tx
      .insert(sessions)
      .values({
        userId,
        expiresAt: new Date(Date.now() + sessionSeconds * 1000),
        // Postgres takes no NUL, and nobody needs to read more of it.
        agent: agent.replaceAll('\0', '').slice(0, 300),
      })
      .returning({ id: sessions.id });
    if (!session) return null;
    const actor: UserActor = { kind: 'user', ...user };
    await recordAudit(tx, actor, 'session.open', { subjectKind: 'session', subjectId: session.id });
    return session.id;
  });
}
