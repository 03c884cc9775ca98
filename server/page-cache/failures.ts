import { LRUCache } from 'lru-cache';

export type FailureStatus = 500 | 503;

interface Failure {
  readonly status: FailureStatus;
  readonly failedAt: number;
}

/** For this long after a failure its answer is repeated instead of rendering again. */
const repeatedFor = 1000;
/** For this long a failure is reason enough to show the stale copy while the page is tried again. */
const rememberedFor = 60_000;

/** Which pages failed to render lately. */
export class Failures {
  readonly #now: () => number;
  readonly #failures = new LRUCache<string, Failure>({ max: 1000 });

  constructor(now: () => number) {
    this.#now = now;
  }

  record(key: string, status: FailureStatus): void {
    this.#failures.set(key, { status, failedAt: this.#now() });
  }

  /** The status to repeat, where the page failed within the last second. */
  recent(key: string): FailureStatus | undefined {
    const failure = this.#failures.get(key);
    return failure && this.#now() - failure.failedAt < repeatedFor ? failure.status : undefined;
  }

  /** Whether the last that is known of this page is that it failed. */
  isFailing(key: string): boolean {
    const failure = this.#failures.get(key);
    return failure !== undefined && this.#now() - failure.failedAt < rememberedFor;
  }

  forget(key: string): void {
    this.#failures.delete(key);
  }

  /** A purge comes with a commit, so the database answers again. */
  clear(): void {
    this.#failures.clear();
  }
}
