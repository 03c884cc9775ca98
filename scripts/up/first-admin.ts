import { closeDatabase } from '#db/client.ts';
import { systemActor } from '#features/user/actor.ts';
import { inviteFirstAdmin } from '#features/user/commands/invite-first-admin.ts';
import { amendEnvironment } from '#lib/env.ts';

/** The link by which the first admin comes in, made anew with every start; null once there is an account. */
export async function firstAdminLink(appUrl: string, port: number): Promise<string | null> {
  amendEnvironment({ DATABASE_APP_URL: appUrl, PORT: port });
  try {
    return (await inviteFirstAdmin(systemActor('start'), {}))?.link ?? null;
  } finally {
    await closeDatabase();
  }
}
