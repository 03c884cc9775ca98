import type { Purge } from '#lib/purge.ts';
import { Background } from './background.ts';
import type { CachedPage, PageHistory } from './cached-page.ts';
import { type FailureStatus, Failures } from './failures.ts';
import type { PageAddress } from './page-address.ts';
import { PageStore, type StoredPage } from './page-store.ts';
import { type Arrival, type Landing, type Rendered, Renders, suits } from './renders.ts';

/** What a request is answered with. `stale`: rendering fails, and this is what was right before. */
export type Answer =
  | { readonly kind: 'page'; readonly page: CachedPage; readonly stale: boolean }
  | { readonly kind: 'failure'; readonly status: FailureStatus };

export interface PageCacheOptions {
  /** Renders a page and finishes it, within a deadline of its own. To throw is to fail with 500. */
  readonly render: (address: PageAddress, history: PageHistory) => Promise<Rendered>;
  readonly maxBytes: number;
  /** Makes a page that is shown again smaller, when there is time; undefined where it cannot be. It does not throw. */
  readonly refine?: (page: CachedPage) => Promise<CachedPage | undefined>;
  /** Epoch milliseconds; injected so that tests own the time. */
  readonly now?: () => number;
  readonly concurrentRenders?: number;
  /** Renders that may wait for their turn; beyond, readers get the stale copy or 503. */
  readonly waitingRenders?: number;
  /** Milliseconds for which a render may wait; after that too. */
  readonly longestWait?: number;
}

/** What a site takes on unless it is told otherwise. */
export const usualLimits = { concurrentRenders: 8, waitingRenders: 256, longestWait: 5000 } as const;

export interface PageCacheStatistics {
  readonly hits: number;
  readonly misses: number;
  /** Requests that waited for a render which another had begun. */
  readonly joined: number;
  /** Requests answered with an old copy because rendering failed. */
  readonly stale: number;
  readonly stores: number;
  readonly evictions: number;
  readonly failures: number;
  /** Requests for which there was no room in the queue. */
  readonly refused: number;
  readonly entries: number;
  readonly bytes: number;
  readonly rendering: number;
  readonly waiting: number;
}

/**
 * The pages of one process. Nobody who asks after a purge gets bytes whose rendering began before it, unless rendering
 * fails; what was destroyed never comes back; memory stays within `maxBytes`.
 */
export class PageCache {
  readonly #now: () => number;
  /** The site's real pages. */
  readonly #pages: PageStore;
  /** What anybody can make up in any number: missing pages, redirects, queries. It cannot push real pages out. */
  readonly #others: PageStore;
  readonly #failures: Failures;
  readonly #renders: Renders;
  readonly #refine: PageCacheOptions['refine'];
  readonly #background: Background;
  #trusted = true;
  #modifiedFloor = 0;
  readonly #counts = { hits: 0, misses: 0, joined: 0, stale: 0, stores: 0, failures: 0, refused: 0 };

  constructor(options: PageCacheOptions) {
    this.#now = options.now ?? Date.now;
    this.#pages = new PageStore(options.maxBytes * (7 / 8));
    this.#others = new PageStore(options.maxBytes / 8);
    this.#failures = new Failures(this.#now);
    this.#renders = new Renders({
      render: (address) => options.render(address, this.#historyOf(address.key)),
      landed: (address, landing) => this.#keep(address, landing),
      now: this.#now,
      concurrent: options.concurrentRenders ?? usualLimits.concurrentRenders,
      waiting: options.waitingRenders ?? usualLimits.waitingRenders,
      longestWait: options.longestWait ?? usualLimits.longestWait,
    });
    this.#refine = options.refine;
    this.#background = new Background({ busy: () => this.#renders.queue.running > 0, longest: 1000 });
  }

  /** The page kept under this key, if it may be shown now. This is all that a hit costs. */
  lookup(key: string): CachedPage | undefined {
    const stored = this.#stored(key);
    if (!stored || stored.purged || !this.#trusted || this.#now() >= stored.page.validUntil) return undefined;
    this.#counts.hits += 1;
    if (!stored.shown) this.#showAgain(key, stored);
    return stored.page;
  }

  /** The page at this address, kept or rendered; requests for one page share one render. It does not throw. */
  async obtain(address: PageAddress): Promise<Answer> {
    const { key } = address;
    const arrival = this.#arrive();
    // A second round comes only where the page was purged under the render's hands, or was another reader's own.
    for (;;) {
      const kept = this.lookup(key);
      if (kept) return { kind: 'page', page: kept, stale: false };
      const repeated = this.#repeatedFailure(key);
      if (repeated) return repeated;
      const joins = this.#renders.isUnderway(key);
      const landing = await this.#renders.joinOrStart(address);
      if (!landing) return this.#refuse(key);
      this.#counts[joins ? 'joined' : 'misses'] += 1;
      const { rendered } = landing;
      if (!rendered.ok) return this.#fallback(key, rendered.status);
      const shared = rendered.page.storable || !joins;
      if (shared && suits(landing, rendered.page, arrival)) return { kind: 'page', page: rendered.page, stale: false };
    }
  }

  /**
   * Evicts every page that bears one of the tags: `refresh` keeps it aside for failures, `destroy` leaves nothing.
   * Returns the keys of the real pages among them that were read, and so will be asked for again.
   */
  purge(purge: Purge): string[] {
    const read = new Set<string>();
    this.#renders.purged(purge);
    this.#failures.clear();
    if (purge.kind === 'destroy') this.#modifiedFloor = this.#now();
    for (const tag of purge.tags) {
      for (const key of this.#pages.keysBearing(tag)) if (this.#pages.peek(key)?.shown) read.add(key);
      for (const store of [this.#pages, this.#others]) purgeTag(store, tag, purge.kind);
    }
    return [...read];
  }

  /**
   * Purges every page. `destroy` is for when purges may have been missed and cannot be read again, since a kill may be
   * among them; call it once the database answers again, or nothing is left to show while it does not.
   */
  purgeAll(kind: Purge['kind'] = 'destroy'): void {
    this.#renders.purged(kind);
    this.#failures.clear();
    if (kind === 'destroy') this.#modifiedFloor = this.#now();
    for (const store of [this.#pages, this.#others]) {
      if (kind === 'destroy') store.clear();
      else store.setAllAside();
    }
  }

  /**
   * Whether purges reach this process. While they do not, every request is rendered, and what is kept is shown only when
   * rendering fails. Before trusting again, purge what was missed (or everything).
   */
  trust(trusted: boolean): void {
    this.#trusted = trusted;
  }

  /** Resolves when no page is made smaller any more. */
  settled(): Promise<void> {
    return this.#background.idle();
  }

  get statistics(): PageCacheStatistics {
    return {
      ...this.#counts,
      evictions: this.#pages.evictions + this.#others.evictions,
      entries: this.#pages.count + this.#others.count,
      bytes: this.#pages.bytes + this.#others.bytes,
      rendering: this.#renders.queue.running,
      waiting: this.#renders.queue.waiting,
    };
  }

  /** Only what is read more than once is worth more work, and what anybody can make up is not. */
  #showAgain(key: string, stored: StoredPage): void {
    stored.shown = true;
    if (!this.#refine || this.#pages.peek(key) !== stored) return;
    const refine = this.#refine;
    this.#background.add(key, async () => {
      const page = stored.purged ? undefined : await refine(stored.page);
      if (page) this.#pages.replace(key, stored, page);
    });
  }

  #stored(key: string): StoredPage | undefined {
    return this.#pages.get(key) ?? this.#others.get(key);
  }

  #historyOf(key: string): PageHistory {
    return { previous: this.#stored(key)?.page, modifiedFloor: this.#modifiedFloor, now: this.#now() };
  }

  #keep({ key, hasQuery }: PageAddress, { rendered, purged }: Landing): void {
    if (!rendered.ok) {
      this.#counts.failures += 1;
      this.#failures.record(key, rendered.status);
      return;
    }
    const { page } = rendered;
    this.#failures.forget(key);
    if (!page.storable || !this.#trusted || purged !== 'nothing' || this.#now() >= page.validUntil) return;
    const real = page.status === 200 && !hasQuery;
    (real ? this.#others : this.#pages).delete(key);
    const stored = (real ? this.#pages : this.#others).set(key, page);
    if (stored) this.#counts.stores += 1;
  }

  /** While purges cannot be heard, one may have come at any moment: no render that began before now will do. */
  #arrive(): Arrival {
    if (!this.#trusted) this.#renders.purged('refresh');
    return this.#renders.arrival();
  }

  /** A page that failed just now is not tried again at once; one that is being tried again shows its stale copy. */
  #repeatedFailure(key: string): Answer | undefined {
    const status = this.#failures.recent(key);
    if (status) return this.#fallback(key, status);
    if (!this.#failures.isFailing(key) || !this.#renders.isUnderway(key)) return undefined;
    const answer = this.#fallback(key, 503);
    return answer.kind === 'page' ? answer : undefined;
  }

  #refuse(key: string): Answer {
    this.#counts.refused += 1;
    return this.#fallback(key, 503);
  }

  /** What is shown when the page cannot be rendered. That something was missing is not worth repeating. */
  #fallback(key: string, status: FailureStatus): Answer {
    const page = this.#stored(key)?.page;
    if (page && this.#now() < page.servableUntil && page.status < 400) {
      this.#counts.stale += 1;
      return { kind: 'page', page, stale: true };
    }
    return { kind: 'failure', status };
  }
}

function purgeTag(store: PageStore, tag: string, kind: Purge['kind']): void {
  for (const key of store.keysBearing(tag)) {
    if (kind === 'destroy') store.delete(key);
    else store.setAside(key);
  }
}
