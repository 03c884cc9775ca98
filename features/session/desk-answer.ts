import 'server-only';
import { say } from '#lib/desk-words.ts';
import { Refusal } from '#lib/errors.ts';
import { type Result, toResult } from '#lib/result.ts';
import { readSignedIn, type SignedIn } from './queries.ts';

/**
 * Answers a script of the desk with a command's result as JSON, for what does not wait in line with the page's actions
 * and outlives a new build, such as saving words. Always 200, but 401 when nobody is signed in.
 */
export async function deskAnswer<Data>(work: (actor: SignedIn) => Promise<Data>): Promise<Response> {
  const actor = await readSignedIn();
  if (!actor) {
    const message = say('account.signedOut');
    return Response.json({ ok: false, error: { code: 'forbidden', message } } satisfies Result<Data>, { status: 401 });
  }
  return Response.json(await toResult(() => work(actor)));
}

/** The JSON that a script sent. Throws 'invalid' for what is none. */
export async function sentJson(request: Request): Promise<Record<string, unknown>> {
  const sent: unknown = await request.json().catch(() => null);
  if (typeof sent !== 'object' || sent === null) throw new Refusal('invalid', 'The request is not JSON.');
  return { ...sent };
}
