import cluster, { type Worker } from 'node:cluster';
import { log } from '#lib/log.ts';
import { stopMessage } from './stop-message.ts';

/** A worker that dies sooner than this is not started again at once. */
const soonMilliseconds = 5_000;
const pauseMilliseconds = 1_000;

/**
 * Runs this program in so many processes that share its port, and starts one again that dies. A worker that ends before
 * any has listened, as with a port that is taken, ends the program with its code. At SIGTERM or SIGINT all of them end
 * their answers, then `atEnd` is waited for; a second signal waits for nothing.
 */
export function superviseWorkers(count: number, atEnd: () => Promise<void>): void {
  let stopping = false;
  let ending = false;
  let listened = false;
  const startedAt = new Map<number, number>();

  const start = (): void => {
    if (!stopping) startedAt.set(cluster.fork().id, Date.now());
  };
  const stop = (): void => {
    stopping = true;
    // One that is ending by itself cannot be told any more, which is no fault.
    for (const worker of running()) worker.send(stopMessage, () => undefined);
    endWithLast();
  };
  // Of its two last events, the end of a worker and of what it had to say, either may come last.
  const endWithLast = (): void => {
    if (!stopping || ending || running().length > 0) return;
    ending = true;
    void atEnd().finally(() => process.exit());
  };

  cluster.on('listening', () => {
    listened = true;
  });
  cluster.on('disconnect', endWithLast);
  cluster.on('exit', (worker, code, signal) => {
    const lived = Date.now() - (startedAt.get(worker.id) ?? 0);
    startedAt.delete(worker.id);
    if (stopping) return endWithLast();
    if (!listened) {
      process.exitCode = code || 1;
      return stop();
    }
    log.error({ code, signal, pid: worker.process.pid }, 'a worker of the site died and is started again');
    if (lived < soonMilliseconds) setTimeout(start, pauseMilliseconds);
    else start();
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stop();
    });
  }
  for (let index = 0; index < count; index += 1) start();
}

const running = (): Worker[] => Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
