import type { Encoding } from '#server/http/accept-encoding.ts';
import type { PageHistory } from './cached-page.ts';
import type { PageAddress } from './page-address.ts';
import { type Answer, type PageCacheStatistics, usualLimits } from './page-cache.ts';
import { RenderQueue } from './render-queue.ts';
import type { Rendered } from './renders.ts';

export interface NoPageCacheOptions {
  readonly render: (address: PageAddress, history: PageHistory, encodings: readonly Encoding[]) => Promise<Rendered>;
  readonly now?: () => number;
  readonly concurrentRenders?: number;
  readonly waitingRenders?: number;
  readonly longestWait?: number;
}

/**
 * In the place of the page cache where it is switched off: every request is rendered, and compressed only as its
 * reader asked. What is sent is the same.
 */
export class NoPageCache {
  readonly #render: NoPageCacheOptions['render'];
  readonly #now: () => number;
  readonly #queue: RenderQueue;
  #misses = 0;
  #failures = 0;
  #refused = 0;

  constructor(options: NoPageCacheOptions) {
    this.#render = options.render;
    this.#now = options.now ?? Date.now;
    this.#queue = new RenderQueue({
      concurrent: options.concurrentRenders ?? usualLimits.concurrentRenders,
      waiting: options.waitingRenders ?? usualLimits.waitingRenders,
      longestWait: options.longestWait ?? usualLimits.longestWait,
      now: this.#now,
    });
  }

  lookup(): undefined {
    return undefined;
  }

  async obtain(address: PageAddress, encodings: readonly Encoding[]): Promise<Answer> {
    const history = { previous: undefined, modifiedFloor: 0, now: this.#now() };
    const rendered = await this.#queue.run(() => this.#render(address, history, encodings.slice(0, 1)));
    if (!rendered) {
      this.#refused += 1;
      return { kind: 'failure', status: 503 };
    }
    this.#misses += 1;
    if (rendered.ok) return { kind: 'page', page: rendered.page, stale: false };
    this.#failures += 1;
    return { kind: 'failure', status: rendered.status };
  }

  purge(): string[] {
    // There is nothing to purge.
    return [];
  }

  purgeAll(): void {
    // There is nothing to purge.
  }

  trust(): void {
    // There is nothing to trust.
  }

  settled(): Promise<void> {
    return Promise.resolve();
  }

  get statistics(): PageCacheStatistics {
    return {
      hits: 0,
      misses: this.#misses,
      joined: 0,
      stale: 0,
      stores: 0,
      evictions: 0,
      failures: this.#failures,
      refused: this.#refused,
      entries: 0,
      bytes: 0,
      rendering: this.#queue.running,
      waiting: this.#queue.waiting,
    };
  }
}
