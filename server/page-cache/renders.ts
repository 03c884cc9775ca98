import type { Purge } from '#lib/purge.ts';
import type { CachedPage } from './cached-page.ts';
import type { FailureStatus } from './failures.ts';
import type { PageAddress } from './page-address.ts';
import { type PurgedDuring, PurgeLog } from './purge-log.ts';
import { RenderQueue } from './render-queue.ts';

/** What a render came to. A failure says how it is answered where nothing older may be shown. */
export type Rendered =
  | { readonly ok: true; readonly page: CachedPage }
  | { readonly ok: false; readonly status: FailureStatus };

/** When a request came, in purges and in milliseconds. */
export interface Arrival {
  readonly sequence: number;
  readonly time: number;
}

/** The end of a render, with what it takes to say whom it may answer. */
export interface Landing {
  readonly rendered: Rendered;
  readonly began: Arrival;
  readonly landedTime: number;
  /** What was done to the page's tags while it was rendered. */
  readonly purged: PurgedDuring;
}

interface RendersOptions {
  readonly render: (address: PageAddress) => Promise<Rendered>;
  /** Called as a render ends, before anybody who waits for it goes on. */
  readonly landed: (address: PageAddress, landing: Landing) => void;
  readonly now: () => number;
  readonly concurrent: number;
  readonly waiting: number;
  readonly longestWait: number;
}

/** The renders under way: one at a time for each page, a bounded number in all. */
export class Renders {
  readonly queue: RenderQueue;
  readonly #purges = new PurgeLog();
  readonly #options: RendersOptions;
  readonly #underway = new Map<string, Promise<Landing | undefined>>();
  /** When each running render began, the oldest first. */
  readonly #began = new Set<Arrival>();

  constructor(options: RendersOptions) {
    this.#options = options;
    this.queue = new RenderQueue(options);
  }

  arrival(): Arrival {
    return { sequence: this.#purges.sequence, time: this.#options.now() };
  }

  isUnderway(key: string): boolean {
    return this.#underway.has(key);
  }

  /** Notes a purge, or one of everything, for the renders under way. */
  purged(purge: Purge | Purge['kind']): void {
    if (typeof purge === 'string') this.#purges.recordAll(purge);
    else this.#purges.record(purge);
    this.#forget();
  }

  /** How many purged tags are remembered: none while nothing is rendered. */
  get rememberedTags(): number {
    return this.#purges.size;
  }

  /** Waits for the render of this page that is under way, or begins one. Undefined where there is no room for it. */
  joinOrStart(address: PageAddress): Promise<Landing | undefined> {
    const joined = this.#underway.get(address.key);
    if (joined) return joined;
    const started = this.#start(address);
    this.#underway.set(address.key, started);
    return started;
  }

  async #start(address: PageAddress): Promise<Landing | undefined> {
    const landing = await this.queue.run(() => this.#render(address));
    // A render that ran has signed itself off, and the next may be under way by now.
    if (!landing) this.#underway.delete(address.key);
    return landing;
  }

  async #render(address: PageAddress): Promise<Landing> {
    const began = this.arrival();
    this.#began.add(began);
    const rendered = await this.#settle(address);
    // From here to the end nothing may wait: no purge can come between this verdict and its use.
    const tags = rendered.ok ? rendered.page.tags : [];
    const purged = this.#purges.since(began.sequence, tags);
    const landing = { rendered, began, purged, landedTime: this.#options.now() };
    this.#began.delete(began);
    this.#underway.delete(address.key);
    this.#forget();
    this.#options.landed(address, landing);
    return landing;
  }

  /** Purges matter only to renders that began before them. */
  #forget(): void {
    const [oldest] = this.#began;
    this.#purges.forgetUpTo(oldest?.sequence ?? this.#purges.sequence);
  }

  async #settle(address: PageAddress): Promise<Rendered> {
    try {
      // Even what throws at once settles later, when it is known to be under way.
      return await Promise.resolve(address).then(this.#options.render);
    } catch {
      // The renderer logs its own faults; whatever comes here is one of them.
      return { ok: false, status: 500 };
    }
  }
}

/**
 * Whether a rendered page may answer a request that came at `arrival`, perhaps while the render was under way. What was
 * destroyed meanwhile answers nobody; what was purged, or ran out, answers only who came before that could matter.
 */
export function suits(landing: Landing, page: CachedPage, arrival: Arrival): boolean {
  const { began, purged } = landing;
  if (purged === 'destroy') return false;
  if (began.time < page.servableUntil && page.servableUntil <= landing.landedTime) return false;
  if (purged === 'refresh' && arrival.sequence > began.sequence) return false;
  return !(began.time < page.validUntil && page.validUntil <= arrival.time);
}
