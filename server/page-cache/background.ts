import { setTimeout as sleep } from 'node:timers/promises';

interface BackgroundOptions {
  /** Whether readers wait for something: then what waits in the background waits on. */
  readonly busy: () => boolean;
  /** How many pieces of work may wait; what comes beyond is dropped. */
  readonly longest: number;
  /** Milliseconds between two looks whether readers still wait. */
  readonly pause?: number;
}

/** Does work that nobody waits for: one piece at a time, each key once, and none while readers wait. */
export class Background {
  readonly #options: BackgroundOptions;
  readonly #waiting = new Map<string, () => Promise<void>>();
  #running: Promise<void> | undefined;

  constructor(options: BackgroundOptions) {
    this.#options = options;
  }

  /** Takes the work on, in the place of what waits under the same key. False where too much waits. */
  add(key: string, work: () => Promise<void>): boolean {
    if (!this.#waiting.has(key) && this.#waiting.size >= this.#options.longest) return false;
    this.#waiting.set(key, work);
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
    return true;
  }

  /** Resolves when nothing waits any more. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running;
  }

  async #run(): Promise<void> {
    // Whoever gave the first piece goes on first.
    await sleep(0);
    for (;;) {
      while (this.#options.busy()) await sleep(this.#options.pause ?? 20, undefined, { ref: false });
      const [next] = this.#waiting;
      if (!next) return;
      this.#waiting.delete(next[0]);
      await next[1]();
    }
  }
}
