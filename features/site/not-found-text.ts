import 'server-only';
import { recordOutcome } from '#lib/trace.ts';

/** What a machine gets where there is nothing: one sentence and 404. */
export function notFoundText(sentence: string): Response {
  recordOutcome(404);
  return new Response(`${sentence}\n`, { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
