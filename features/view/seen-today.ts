import { createHmac, randomBytes } from 'node:crypto';

const oneDay = 24 * 60 * 60 * 1000;

/**
 * Who has read what today (UTC), so that a reader who comes back is counted once. Kept as keyed hashes alone: the key
 * is made in memory, is written nowhere, and is thrown away with the day, after which nobody can tell who it was.
 *
 * A hash is a number of 48 bits, which a set holds in a few dozen bytes: of two million readings one in a hundred million
 * new ones is taken for one of them. Past `most` readings the older half is forgotten.
 */
export class SeenToday {
  #day = Number.NaN;
  #key = Buffer.alloc(0);
  readonly #most: number;
  #older = new Set<number>();
  #newer = new Set<number>();

  constructor(most = 2_000_000) {
    this.#most = most;
  }

  /** Whether this reader reads this story for the first time today, and remembers it. `now` is epoch milliseconds. */
  isFirst(reader: { readonly address: string; readonly userAgent: string }, articleId: string, now: number): boolean {
    this.#turn(Math.floor(now / oneDay));
    const text = JSON.stringify([reader.address, reader.userAgent, articleId]);
    const hash = createHmac('sha256', this.#key).update(text).digest().readUIntBE(0, 6);
    if (this.#newer.has(hash) || this.#older.has(hash)) return false;
    if (this.#newer.size >= this.#most / 2) {
      this.#older = this.#newer;
      this.#newer = new Set();
    }
    this.#newer.add(hash);
    return true;
  }

  #turn(day: number): void {
    if (day === this.#day) return;
    this.#day = day;
    this.#key = randomBytes(32);
    this.#older = new Set();
    this.#newer = new Set();
  }
}
