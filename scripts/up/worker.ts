import type { ChildProcess } from 'node:child_process';
import { endProgram, startProgram } from './program.ts';

const shortestPause = 1_000;
const longestPause = 60_000;
/** A worker that ran this long was well: the next pause is short again. */
const wellMilliseconds = 60_000;

/** Keeps the worker running: one that dies is started again, after pauses that double while it keeps dying. */
export class Worker {
  #environment: NodeJS.ProcessEnv;
  #child: ChildProcess | undefined;
  #timer: NodeJS.Timeout | undefined;
  #pause = shortestPause;
  #stopping = false;

  constructor(environment: NodeJS.ProcessEnv) {
    this.#environment = environment;
    this.#start();
  }

  async stop(milliseconds: number, force: AbortSignal): Promise<void> {
    this.#stopping = true;
    clearTimeout(this.#timer);
    if (this.#child) await endProgram(this.#child, milliseconds, force);
  }

  #start(): void {
    const began = Date.now();
    this.#child = startProgram('jobs/worker.ts', { environment: this.#environment });
    this.#child.once('exit', (code, signal) => {
      if (this.#stopping) return;
      if (Date.now() - began > wellMilliseconds) this.#pause = shortestPause;
      const seconds = this.#pause / 1000;
      console.error(`The worker ended unexpectedly (${signal ?? `code ${code}`}); starting it again in ${seconds} s.`);
      this.#timer = setTimeout(() => this.#start(), this.#pause);
      this.#pause = Math.min(this.#pause * 2, longestPause);
    });
  }
}
