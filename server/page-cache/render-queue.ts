/** Lets a bounded number of renders run at once and a bounded number wait, first come first served. */
export class RenderQueue {
  readonly #concurrent: number;
  readonly #longest: number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(concurrent: number, longest: number) {
    this.#concurrent = concurrent;
    this.#longest = longest;
  }

  /** Runs `work` now or when it is its turn. Returns undefined, and does nothing, where too many wait already. */
  run<Value>(work: () => Promise<Value>): Promise<Value> | undefined {
    if (this.#running < this.#concurrent) return this.#start(work);
    if (this.#waiting.length >= this.#longest) return undefined;
    return new Promise((resolve, reject) => {
      this.#waiting.push(() => this.#start(work).then(resolve, reject));
    });
  }

  get running(): number {
    return this.#running;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  async #start<Value>(work: () => Promise<Value>): Promise<Value> {
    this.#running += 1;
    try {
      return await work();
    } finally {
      this.#running -= 1;
      this.#waiting.shift()?.();
    }
  }
}
