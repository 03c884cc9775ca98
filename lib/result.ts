import { type ErrorCode, Refusal } from '#lib/errors.ts';
import { log } from '#lib/log.ts';
import { recordActed } from '#lib/trace.ts';

export type Result<Data> =
  | { ok: true; data: Data }
  | { ok: false; error: { code: ErrorCode | 'fault'; message: string; fields?: Record<string, string> } };

/** Runs a command for a caller who must not see exceptions. What is not a refusal is logged and answered generically. */
export async function toResult<Data>(work: () => Promise<Data>): Promise<Result<Data>> {
  recordActed();
  try {
    return { ok: true, data: await work() };
  } catch (error) {
    if (error instanceof Refusal) {
      const { code, message, fields } = error;
      return { ok: false, error: fields ? { code, message, fields: { ...fields } } : { code, message } };
    }
    log.error({ err: error }, 'a command failed');
    return { ok: false, error: { code: 'fault', message: 'Something went wrong here. Please try again.' } };
  }
}
