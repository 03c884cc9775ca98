import { constants } from 'node:os';

/**
 * Ends the process at Ctrl-C in the way that its `exit` handlers hear of: a signal by itself would end it without a word
 * to the embedded server, which would then run on for nobody.
 */
export function exitOnSignal(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => process.exit(128 + constants.signals[signal]));
  }
}
