import 'server-only';
import { say } from '#lib/desk-words.ts';
import { Refusal, statusOf } from '#lib/errors.ts';
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

/**
 * Answers with a file of CSV to keep, or with one sentence and the status of the refusal, 401 when nobody is signed in.
 * `name` is the file's, of letters, digits and hyphens.
 */
export async function deskCsv(name: string, work: (actor: SignedIn) => Promise<string>): Promise<Response> {
  const actor = await readSignedIn();
  if (!actor) return sentence(say('account.signedOut'), 401);
  const result = await toResult(() => work(actor));
  if (!result.ok) return sentence(result.error.message, statusOf[result.error.code]);
  const headers = {
    'content-type': 'text/csv; charset=utf-8; header=present',
    'content-disposition': `attachment; filename="${name}.csv"`,
  };
  return new Response(result.data, { headers });
}

const sentence = (text: string, status: number): Response =>
  new Response(`${text}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });

/** The JSON that a script sent. Throws 'invalid' for what is none. */
export async function sentJson(request: Request): Promise<Record<string, unknown>> {
  const sent: unknown = await request.json().catch(() => null);
  if (typeof sent !== 'object' || sent === null) throw new Refusal('invalid', 'The request is not JSON.');
  return { ...sent };
}
