'use server';
import { refresh } from 'next/cache';
import type { z } from 'zod';
import { endOwnSession } from '#features/session/commands/end-own-session.ts';
import { deskAction } from '#features/session/desk-action.ts';
import { type FormState, refusedForm } from '#features/session/form-state.ts';
import type { SignedIn } from '#features/session/queries.ts';
import { formText } from '#lib/form-text.ts';
import type { Result } from '#lib/result.ts';
import { changeName } from './commands/change-name.ts';
import { changePassword } from './commands/change-password.ts';
import { changeRole } from './commands/change-role.ts';
import { endUserSessions } from './commands/end-user-sessions.ts';
import { inviteUser } from './commands/invite-user.ts';
import { resendInvitation } from './commands/resend-invitation.ts';
import { restoreUser } from './commands/restore-user.ts';
import { suspendUser } from './commands/suspend-user.ts';
import { withdrawInvitation } from './commands/withdraw-invitation.ts';
import type { changeRoleInput, invitationInput, inviteUserInput, userInput } from './schema.ts';

/** Runs a command as who is signed in; the page shows what it changed. */
async function changed<Data>(work: (actor: SignedIn) => Promise<Data>): Promise<Result<Data>> {
  const result = await deskAction(work);
  if (result.ok) refresh();
  return result;
}

export async function inviteAction(input: Pick<z.input<typeof inviteUserInput>, 'email' | 'role'>) {
  return changed((actor) => inviteUser(actor, { email: input.email, role: input.role }));
}

export async function resendInvitationAction(input: z.input<typeof invitationInput>) {
  return changed((actor) => resendInvitation(actor, input));
}

export async function withdrawInvitationAction(input: z.input<typeof invitationInput>) {
  return changed((actor) => withdrawInvitation(actor, input));
}

export async function changeRoleAction(input: z.input<typeof changeRoleInput>) {
  return changed((actor) => changeRole(actor, input));
}

export async function suspendAction(input: z.input<typeof userInput>) {
  return changed((actor) => suspendUser(actor, input));
}

export async function restoreAction(input: z.input<typeof userInput>) {
  return changed((actor) => restoreUser(actor, input));
}

export async function endSessionsAction(input: z.input<typeof userInput>) {
  return changed((actor) => endUserSessions(actor, input));
}

export async function endOwnSessionAction(input: { sessionId: string }) {
  return changed((actor) => endOwnSession(actor, input));
}

/** A form's action: what it answers is what the form shows next. */
export async function changeNameAction(_state: FormState | null, form: FormData): Promise<FormState | null> {
  const result = await changed((actor) => changeName(actor, { name: formText(form, 'name') }));
  return refusedForm(result, form, ['name']) ?? done(form, ['name']);
}

export async function changePasswordAction(_state: FormState | null, form: FormData): Promise<FormState | null> {
  const input = { current: formText(form, 'current'), password: formText(form, 'password') };
  const result = await changed((actor) => changePassword(actor, { ...input, stays: actor.sessionId }));
  return refusedForm(result, form, []) ?? done(form, []);
}

function done(form: FormData, kept: readonly string[]): FormState {
  return { message: '', fields: {}, values: Object.fromEntries(kept.map((name) => [name, formText(form, name)])) };
}
