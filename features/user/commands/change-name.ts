import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { users } from '#db/schema/user.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { userIdOf } from '#features/user/actor.ts';
import { changeNameInput } from '#features/user/schema.ts';
import { Refusal } from '#lib/errors.ts';

/** Changes the name under which the own account works at the desk. */
export const changeName = defineCommand({
  name: 'user.change-name',
  input: changeNameInput,
  allows: (actor) => actor.kind === 'user',
  async run({ tx, actor, input: { name }, audit }) {
    const userId = userIdOf(actor) ?? '';
    const [row] = await tx
      .update(users)
      .set({ name })
      .where(and(eq(users.id, userId), isNull(users.suspendedAt)))
      .returning({ id: users.id });
    if (!row) throw new Refusal('not_found', 'There is no such person.');
    audit({ subjectKind: 'user', subjectId: row.id });
    return { name };
  },
});
