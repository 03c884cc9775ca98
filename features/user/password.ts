import 'server-only';
import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { passwordProblem } from '#features/user/model.ts';
import { Refusal } from '#lib/errors.ts';
import { processWide } from '#lib/global.ts';

/** Argon2id as OWASP advises: 19 MiB, two passes, one lane (RFC 9106). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The same characters give the same bytes, however a keyboard composes them. */
const bytesOf = (password: string): string => password.normalize('NFKC');

/** Hashes a new password. Throws `Refusal` 'invalid' when it is too weak for whom it belongs to. */
export async function hashNewPassword(password: string, owner: { email: string; name: string }): Promise<string> {
  const problem = passwordProblem(password, owner);
  if (problem) throw new Refusal('invalid', problem, { password: problem });
  return await hash(bytesOf(password), cost);
}

/**
 * Whether the password is that of the hash. Without a hash it is never, and that takes as long: a hash that nobody
 * knows the password of is tried.
 */
export async function isPassword(password: string, passwordHash: string | null | undefined): Promise<boolean> {
  const nobodys = await processWide('nobodys-password', () => hash(randomBytes(32).toString('base64'), cost));
  const right = await verify(passwordHash ?? nobodys, bytesOf(password));
  return right && typeof passwordHash === 'string';
}
