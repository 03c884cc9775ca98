import { setTimeout as wait } from 'node:timers/promises';
import { CoReading } from '#features/recommendation/co-reading.ts';
import { recordCoReads } from '#features/recommendation/commands/record-co-reads.ts';
import { ViewBuffer } from '#features/view/buffer.ts';
import { recordViews } from '#features/view/commands/record-views.ts';
import { log } from '#lib/log.ts';

/** The views of this process that are not written down yet. */
export const countedViews = new ViewBuffer();

/** What this process knows of stories that the same people read. */
export const coReading = new CoReading();

const everyMillisecond = 1000;
const longestStop = 5000;

let timer: NodeJS.Timeout | undefined;
let underway: Promise<boolean> | undefined;
let failing = false;

/** From now on writes down once a second what was counted. While the database is away, views wait in memory. */
export function startViewFlush(): void {
  timer ??= setInterval(() => void flushViews(), everyMillisecond).unref();
}

/** Stops, and writes down what is left; gives up after five seconds, as when the database is away. */
export async function stopViewFlush(): Promise<void> {
  clearInterval(timer);
  timer = undefined;
  const written = (underway ?? Promise.resolve()).then(flushViews);
  await Promise.race([written, wait(longestStop, undefined, { ref: false })]);
}

/** Writes down what was counted; false where that failed. Only one runs at a time, others join it. Never throws. */
export function flushViews(): Promise<boolean> {
  underway ??= flush().finally(() => {
    underway = undefined;
  });
  return underway;
}

async function flush(): Promise<boolean> {
  const counts = countedViews.take();
  try {
    await recordViews(counts);
    if (failing) log.info('views are written down again');
    failing = false;
  } catch (error) {
    countedViews.giveBack(counts, Date.now());
    if (!failing) log.error({ err: error }, 'views could not be written down and wait in memory');
    failing = true;
  }
  const lost = countedViews.takeLost();
  if (lost > 0) log.error({ lost }, 'views were lost, since no more can wait in memory');
  if (!failing) await flushCoReads();
  return !failing;
}

/** What cannot be written down here is lost: who read what is not kept for a second attempt. */
async function flushCoReads(): Promise<void> {
  await recordCoReads(coReading.take()).catch((error: unknown) => {
    log.error({ err: error }, 'what readers have in common could not be written down');
  });
}
