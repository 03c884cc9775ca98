import { z } from 'zod';
import { roles } from '#lib/vocabulary.ts';

const emailInput = z
  .string()
  .trim()
  .max(254, 'is longer than an address can be')
  .pipe(z.email('Write an address such as name@example.org.'));

const nameInput = z
  .string()
  .trim()
  .min(1, 'Write a name.')
  .max(100, 'Use at most 100 characters.')
  .regex(/^\P{Cc}*$/u, 'Write the name on one line.');

/** Passwords are measured by what they belong to (see `passwordProblem`); here they are only kept from being a flood. */
const password = z.string().max(1000, 'is too long');

/** The secret of a link: 32 random bytes in base64url. */
export const tokenInput = z.string().regex(/^[\w-]{43}$/, 'is no such link');

const role = z.enum(roles);
const userId = z.uuid();
const invitationId = z.uuid();

export const inviteUserInput = z.object({
  email: emailInput,
  role,
  /** False for who hands the link over in another way. */
  mail: z.boolean().default(true),
});
export const invitationInput = z.object({ invitationId });
export const acceptInvitationInput = z.object({
  token: tokenInput,
  name: nameInput,
  /** Only the first admin's link leaves the address open. */
  email: emailInput.optional(),
  password,
});
export const changeRoleInput = z.object({ userId, role });
export const userInput = z.object({ userId });
export const changeNameInput = z.object({ name: nameInput });
export const changePasswordInput = z.object({ current: password, password });
export const requestResetInput = z.object({ email: emailInput });
export const resetPasswordInput = z.object({ token: tokenInput, password });
