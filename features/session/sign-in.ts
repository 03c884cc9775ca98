import 'server-only';
import { AuthError } from 'next-auth';
import { Refusal } from '#lib/errors.ts';
import { signIn } from './next-auth.ts';

/** Signs in and sets the session's cookie. Throws the `Refusal` of `openSession`. */
export async function signInWith(email: string, password: string): Promise<void> {
  try {
    await signIn('credentials', { email, password, redirect: false });
  } catch (error) {
    const cause = error instanceof AuthError ? error.cause?.err : undefined;
    if (cause instanceof Refusal) throw cause;
    throw error;
  }
}
