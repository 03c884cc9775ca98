'use server';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { systemActor } from '#features/user/actor.ts';
import { acceptInvitation } from '#features/user/commands/accept-invitation.ts';
import { requestReset } from '#features/user/commands/request-reset.ts';
import { resetPassword } from '#features/user/commands/reset-password.ts';
import { formText } from '#lib/form-text.ts';
import { toResult } from '#lib/result.ts';
import { endOwnSession } from './commands/end-own-session.ts';
import { type FormState, refusedForm } from './form-state.ts';
import { deskHome, deskPath } from './model.ts';
import { signOut } from './next-auth.ts';
import { readSignedIn } from './queries.ts';
import { signInWith } from './sign-in.ts';

/** Signs in by password and goes on to where the reader of the form was going. */
export async function signInAction(_state: FormState | null, form: FormData): Promise<FormState | null> {
  const result = await toResult(() => signInWith(formText(form, 'email'), formText(form, 'password')));
  if (!result.ok) return refusedForm(result, form, ['email']);
  redirect(deskPath(formText(form, 'to')));
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
  const [token, name, password] = [formText(form, 'token'), formText(form, 'name'), formText(form, 'password')];
  const input = { token, name, email: formText(form, 'email') || undefined, password };
  const result = await toResult(() => acceptInvitation(systemActor('invitation link'), input));
  if (!result.ok) return refusedForm(result, form, ['name', 'email']);
  return enter(result.data.email, password);
}

/** Asks for a mail that resets the password; the answer is the same for every address. */
export async function requestResetAction(_state: FormState | null, form: FormData): Promise<FormState | null> {
  const address = (await headers()).get('x-broadsheet-address') ?? '';
  const result = await toResult(() => requestReset({ email: formText(form, 'email') }, address));
  if (!result.ok) return refusedForm(result, form, ['email']);
  redirect('/desk/reset?sent=1');
}

/** Sets a new password by a reset's link, and signs in with it. */
export async function resetPasswordAction(_state: FormState | null, form: FormData): Promise<FormState | null> {
  const [token, password] = [formText(form, 'token'), formText(form, 'password')];
  const result = await toResult(() => resetPassword(systemActor('reset link'), { token, password }));
  if (!result.ok) return refusedForm(result, form, []);
  return enter(result.data.email, password);
}

/** Goes on to the desk, or to its door where too many tries came from this network: the link has done its work. */
async function enter(email: string, password: string): Promise<never> {
  const result = await toResult(() => signInWith(email, password));
  redirect(result.ok ? deskHome : '/desk/sign-in');
}
