import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { sessions } from '#db/schema/user.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { userIdOf } from '#features/user/actor.ts';

/** Ends one of the own sessions, this one or that of another browser; with the next request. */
export const endOwnSession = defineCommand({
  name: 'session.end',
  input: z.object({ sessionId: z.uuid() }),
  allows: (actor) => actor.kind === 'user',
  async run({ tx, actor, input: { sessionId }, audit }) {
    const [ended] = await tx
      .update(sessions)
      .set({ endedAt: sql`now()` })
      .where(
        and(eq(sessions.id, sessionId), eq(sessions.userId, userIdOf(actor) ?? sessionId), isNull(sessions.endedAt)),
      )
      .returning({ id: sessions.id });
    if (ended) audit({ subjectKind: 'session', subjectId: sessionId });
    return { sessionId, ended: ended !== undefined };
  },
});
