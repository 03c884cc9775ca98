import { createHmac, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';

const oneDay = 24 * 60 * 60 * 1000;

/**
 * Who has read what today (UTC), so that a reader who comes back is counted once. Kept as keyed hashes alone: the key
 * is made in memory, is written nowhere, and is thrown away with the day, after which nobody can tell who it was.
 */
export class SeenToday {
  #day = Number.NaN;
  #key = Buffer.alloc(0);
  readonly #seen: LRUCache<string, true>;

  constructor(most = 500_000) {
    this.#seen = new LRUCache({ max: most });
  }

  /** Whether this reader reads this story for the first time today, and remembers it. `now` is epoch milliseconds. */
  isFirst(reader: { readonly address: string; readonly userAgent: string }, articleId: string, now: number): boolean {
    this.#turn(Math.floor(now / oneDay));
    const text = JSON.stringify([reader.address, reader.userAgent, articleId]);
    const hash = createHmac('sha256', this.#key).update(text).digest('base64url').slice(0, 16);
    if (this.#seen.has(hash)) return false;
    this.#seen.set(hash, true);
    return true;
  }

  #turn(day: number): void {
    if (day === this.#day) return;
    this.#day = day;
    this.#key = randomBytes(32);
    this.#seen.clear();
  }
}
