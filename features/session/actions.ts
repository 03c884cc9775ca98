'use server';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { systemActor } from '#features/user/actor.ts';
import { acceptInvitation } from '#features/user/commands/accept-invitation.ts';
import { requestReset } from '#features/user/commands/request-reset.ts';
import { resetPassword } from '#features/user/commands/reset-password.ts';
import { toResult } from '#lib/result.ts';
import { endOwnSession } from './commands/end-own-session.ts';
import { type FormState, refusedForm, text } from './form-state.ts';
import { deskHome, deskPath } from './model.ts';
import { signOut } from './next-auth.ts';
import { readSignedIn } from './queries.ts';
import { signInWith } from './sign-in.ts';

/** Signs in by password and goes on to where the reader of the form was going. */
export async function signInAction(_state: FormState | null, form: FormData): Promise<FormState | null> {
  const result = await toResult(() => signInWith(text(form, 'email'), text(form, 'password')));
  if (!result.ok) return refusedForm(result, form, ['email']);
  redirect(deskPath(text(form, 'to')));
}

/** Ends the session for good, not only its cookie. */
export async function signOutAction(): Promise<never> {
  const actor = await readSignedIn();
  if (actor) await endOwnSession(actor, { sessionId: actor.sessionId });
  await signOut({ redirect: false });
  redirect('/desk/sign-in');
}

/** Makes an account by an invitation's link, and signs in with it. */
export async function acceptInvitationAction(_state: FormState | null, form: FormData): Promise<FormState | null> {
  const [token, name, email, password] = ['token', 'name', 'email', 'password'].map((field) => text(form, field));
  const result = await toResult(async () => {
    const input = { token: token ?? '', name: name ?? '', email: email || undefined, password: password ?? '' };
    const user = await acceptInvitation(systemActor('invitation link'), input);
    await signInWith(user.email, input.password);
  });
  if (!result.ok) return refusedForm(result, form, ['name', 'email']);
  redirect(deskHome);
}

/** Asks for a mail that resets the password; the answer is the same for every address. */
export async function requestResetAction(_state: FormState | null, form: FormData): Promise<FormState | null> {
  const address = (await headers()).get('x-broadsheet-address') ?? '';
  const result = await toResult(() => requestReset({ email: text(form, 'email') }, address));
  if (!result.ok) return refusedForm(result, form, ['email']);
  redirect('/desk/reset?sent=1');
}

/** Sets a new password by a reset's link, and signs in with it. */
export async function resetPasswordAction(_state: FormState | null, form: FormData): Promise<FormState | null> {
  const password = text(form, 'password');
  const result = await toResult(async () => {
    const { email } = await resetPassword(systemActor('reset link'), { token: text(form, 'token'), password });
    await signInWith(email, password);
  });
  if (!result.ok) return refusedForm(result, form, []);
  redirect(deskHome);
}
