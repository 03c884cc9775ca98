import { type Logger, pino } from 'pino';
import { env } from '#lib/env.ts';
import { processWide } from '#lib/global.ts';
import { currentRequestId } from '#lib/request-id.ts';

const unwanted = ['email', 'password', 'token', 'cookie', 'authorization', 'address'];

/**
 * The process's structured log, one JSON object a line. Addresses, cookies, e-mail addresses and bodies do not belong
 * in it; what a caller might pass by accident is cut out.
 */
export const log: Logger = processWide('log', () =>
  pino({
    level: level(),
    base: undefined,
    mixin: () => {
      const requestId = currentRequestId();
      return requestId ? { requestId } : {};
    },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: unwanted.flatMap((name) => [name, `*.${name}`]),
      remove: true,
    },
  }),
);

/** An environment that cannot be used is for the program to report in a sentence, not for what it imports. */
function level(): string {
  try {
    return env().LOG_LEVEL;
  } catch {
    return 'info';
  }
}
