import 'server-only';
import { recordOutcome } from '#lib/trace.ts';

/** What a machine gets where there is nothing: one sentence and 404. */
export const notFoundText = (sentence: string): Response => noPage(404, sentence);

/** What a machine gets where there is nothing any more: one sentence and 410. */
export const goneText = (sentence: string): Response => noPage(410, sentence);

function noPage(status: 404 | 410, sentence: string): Response {
  recordOutcome(status);
  return new Response(`${sentence}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
