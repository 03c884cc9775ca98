import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartProblem } from '#lib/start-problem.ts';
import { hasEnded } from './program.ts';

const patienceMilliseconds = 60_000;

/** Waits until the server says that it is ready. Throws a StartProblem when it ends or takes a minute. */
export async function waitUntilReady(server: ChildProcess, port: number, signal: AbortSignal): Promise<void> {
  const deadline = Date.now() + patienceMilliseconds;
  let answer = 'no answer';
  while (!hasEnded(server) && Date.now() < deadline) {
    answer = await ask(`http://127.0.0.1:${port}/readyz`);
    if (answer === 'ready') return;
    await sleep(100, undefined, { signal });
  }
  const what = hasEnded(server) ? 'ended before it was ready' : `was not ready after a minute (${answer})`;
  throw new StartProblem(`The server ${what}; what it wrote above says why.`);
}

async function ask(url: string): Promise<string> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    const text = await response.text();
    return response.ok ? 'ready' : `${response.status} ${text.slice(0, 200)}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
