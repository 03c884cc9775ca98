import 'server-only';
import { say } from '#lib/desk-words.ts';
import { Refusal } from '#lib/errors.ts';
import { type Result, toResult } from '#lib/result.ts';
import { readSignedIn, type SignedIn } from './queries.ts';

/**
 * The one way in which a form of the desk runs a command: as who is signed in, with the answer as a result. Call
 * Next's `redirect` after it and not inside, where it would count as a fault.
 */
export async function deskAction<Data>(work: (actor: SignedIn) => Promise<Data>): Promise<Result<Data>> {
  return toResult(async () => {
    const actor = await readSignedIn();
    if (!actor) throw new Refusal('forbidden', say('account.signedOut'));
    return work(actor);
  });
}
