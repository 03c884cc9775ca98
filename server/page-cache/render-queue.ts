interface Waiting {
  readonly since: number;
  readonly start: () => void;
  readonly refuse: () => void;
}

/** How much a render queue takes. */
export interface RenderQueueLimits {
  readonly concurrent: number;
  readonly waiting: number;
  /** Milliseconds after which a waiting render is no longer worth its turn: whoever asked has waited enough. */
  readonly longestWait: number;
  readonly now: () => number;
}

/** Lets a bounded number of renders run at once and a bounded number wait, first come first served. */
export class RenderQueue {
  readonly #limits: RenderQueueLimits;
  readonly #waiting: Waiting[] = [];
  #running = 0;

  constructor(limits: RenderQueueLimits) {
    this.#limits = limits;
  }

  /** Runs `work` now or when it is its turn. Undefined, with nothing done, where too many wait or it waited too long. */
  async run<Value>(work: () => Promise<Value>): Promise<Value | undefined> {
    if (this.#running < this.#limits.concurrent) return await this.#start(work);
    if (this.#waiting.length >= this.#limits.waiting) return undefined;
    return await new Promise<Value | undefined>((resolve, reject) => {
      this.#waiting.push({
        since: this.#limits.now(),
        start: () => void this.#start(work).then(resolve, reject),
        refuse: () => resolve(undefined),
      });
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
      this.#startNext();
    }
  }

  #startNext(): void {
    const oldest = this.#limits.now() - this.#limits.longestWait;
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      if (next.since > oldest) {
        next.start();
        return;
      }
      next.refuse();
    }
  }
}
