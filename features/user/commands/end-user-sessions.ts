import 'server-only';
import { defineCommand } from '#features/command/define-command.ts';
import { canManage } from '#features/settings/policy.ts';
import { userInput } from '#features/user/schema.ts';
import { endSessionsOf } from './end-sessions-of.ts';
import { lockUser } from './lock-people.ts';

/** Signs somebody out everywhere; they can sign in again. */
export const endUserSessions = defineCommand({
  name: 'user.end-sessions',
  input: userInput,
  allows: (actor) => canManage(actor, 'people'),
  async run({ tx, input: { userId }, audit }) {
    await lockUser(tx, userId);
    const ended = await endSessionsOf(tx, userId);
    audit({ subjectKind: 'user', subjectId: userId, details: { ended } });
    return { userId, ended };
  },
});
