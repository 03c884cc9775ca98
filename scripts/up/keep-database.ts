import { setTimeout as sleep } from 'node:timers/promises';
import type { EmbeddedPostgres } from '#db/embedded/start.ts';
import { describeFailure, StartProblem } from '#lib/start-problem.ts';

export interface KeepOptions {
  readonly signal: AbortSignal;
  readonly log: (line: string) => void;
  /** How often it is looked at. */
  readonly lookMilliseconds?: number;
  /** Before each attempt to start it again; after the last one it is given up. */
  readonly pauses?: readonly number[];
  /** A database that ran this long was well: its next end is the first again. */
  readonly wellMilliseconds?: number;
}

type Keepable = Pick<EmbeddedPostgres, 'isRunning' | 'restart' | 'logFile'>;

/**
 * Keeps the embedded database running until `signal`, with which it rejects: one that dies is started again. Throws a
 * StartProblem of one sentence when that is of no use.
 */
export async function keepDatabase(database: Keepable, options: KeepOptions): Promise<never> {
  const { signal, log, lookMilliseconds = 500, wellMilliseconds = 60_000 } = options;
  const { pauses = [0, 1_000, 2_000, 5_000, 10_000] } = options;
  let attempts = 0;
  let began = Date.now();
  for (;;) {
    await sleep(lookMilliseconds, undefined, { signal });
    if (database.isRunning()) continue;
    if (Date.now() - began > wellMilliseconds) attempts = 0;
    const pause = pauses[attempts];
    if (pause === undefined) throw givenUp(database, attempts);
    attempts += 1;
    log(`The database ended unexpectedly; starting it again${pause > 0 ? ` in ${pause / 1000} s` : ''}.`);
    await sleep(pause, undefined, { signal });
    try {
      await database.restart(signal);
      log('The database is back.');
    } catch (error) {
      signal.throwIfAborted();
      if (attempts === pauses.length) throw error;
      log(describeFailure(error));
    }
    began = Date.now();
  }
}

function givenUp({ logFile }: Keepable, times: number): StartProblem {
  return new StartProblem(`The database ended again after ${times} new starts; see ${logFile}, then start again.`);
}
