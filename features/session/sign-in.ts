import 'server-only';
import { AuthError } from 'next-auth';
import { Refusal } from '#lib/errors.ts';
import { endOwnSession } from './commands/end-own-session.ts';
import { signIn } from './next-auth.ts';
import { readSignedIn } from './queries.ts';

/**
 * Signs in and sets the session's cookie; the session that the browser had before ends. Throws the `Refusal` of
 * `openSession`.
 */
export async function signInWith(email: string, password: string): Promise<void> {
  const before = await readSignedIn();
  try {
    await signIn('credentials', { email, password, redirect: false });
  } catch (error) {
    const cause = error instanceof AuthError ? error.cause?.err : undefined;
    if (cause instanceof Refusal) throw cause;
    throw error;
  }
  if (before) await endOwnSession(before, { sessionId: before.sessionId });
}
