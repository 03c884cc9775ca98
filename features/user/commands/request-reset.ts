import 'server-only';
import { createHash } from 'node:crypto';
import { database } from '#db/client.ts';
import { enqueueJob } from '#db/jobs.ts';
import { parseInput } from '#features/command/parse-input.ts';
import { spendReset } from '#features/session/limits.ts';
import { requestResetInput } from '#features/user/schema.ts';

/**
 * Takes note that somebody forgot a password. The worker finds out whether there is such an account and sends the
 * mail: this answers the same, and as fast, for any address.
 */
export async function requestReset(input: unknown, address: string): Promise<{ email: string }> {
  const { email } = parseInput(requestResetInput, input);
  await spendReset(email, address);
  const key = createHash('sha256').update(email.toLowerCase()).digest('base64url');
  await enqueueJob(database(), 'send-reset', { email }, { key: `reset:${key}` });
  return { email };
}
