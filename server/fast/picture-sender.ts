import type { IncomingMessage } from 'node:http';
import { type SignedIn, signedInFrom } from '#features/session/signed-in.ts';
import { canManage } from '#features/settings/policy.ts';
import { say } from '#lib/desk-words.ts';
import { Refusal } from '#lib/errors.ts';
import { HttpProblem } from './json-answer.ts';
import { originOf } from './own-origin.ts';

/** Who posts a picture from the desk. Throws for anybody who may not, before a byte of the body is read. */
export async function pictureSender(request: IncomingMessage): Promise<SignedIn> {
  if (request.method !== 'POST') throw new HttpProblem(405, 'method', 'Use POST.', { allow: 'POST' });
  // A browser always says where a post comes from; nothing else has a session here.
  if (originOf(request) !== 'own') throw new Refusal('forbidden', say('media.upload.foreign'));
  const actor = await signedInFrom(request.headers.cookie);
  if (!actor) throw new Refusal('forbidden', say('account.signedOut'));
  if (!canManage(actor, 'media')) throw new Refusal('forbidden', say('media.forbidden'));
  return actor;
}
