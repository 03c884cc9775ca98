import { createHmac, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** Readers of two stories on one day, from networks of their own; `readers` is five or more. */
export interface CoRead {
  readonly articleId: string;
  readonly otherId: string;
  readonly readers: number;
}

interface Limits {
  readonly readers: number;
  readonly pairs: number;
}

const oneDay = 24 * 60 * 60 * 1000;
/** Fewer are never written down: from what is, nobody can tell who read what. */
const fewest = 5;
/** What somebody read before the last so many stories is forgotten: it makes no pairs any more. */
const remembered = 20;

/**
 * Which stories are read by the same people, told from what each reads on one day (UTC). Readers are known by keyed
 * hashes alone: the key, another than that of the views, is made in memory and thrown away with the day, with all pairs
 * that had too few readers. A pair is counted once a network, so that nobody makes one alone.
 */
export class CoReading {
  readonly #read: LRUCache<string, string[]>;
  readonly #pairs: LRUCache<string, Set<string>>;
  #due: CoRead[] = [];
  #day = Number.NaN;
  #key = Buffer.alloc(0);

  constructor({ readers, pairs }: Limits = { readers: 50_000, pairs: 50_000 }) {
    this.#read = new LRUCache({ max: readers });
    this.#pairs = new LRUCache({ max: pairs });
  }

  /** Somebody has read a story, for the first time today. `now` is epoch milliseconds. */
  note(reader: { readonly network: string; readonly userAgent: string }, articleId: string, now: number): void {
    this.#turn(Math.floor(now / oneDay));
    const who = this.#hash(JSON.stringify([reader.network, reader.userAgent]));
    const network = this.#hash(reader.network);
    const before = this.#read.get(who) ?? [];
    for (const other of before) this.#count(articleId, other, network);
    this.#read.set(who, [...before.slice(1 - remembered), articleId]);
  }

  /** The pairs that have come to enough readers since this was last asked. They are then the caller's to write down. */
  take(): CoRead[] {
    const taken = this.#due;
    this.#due = [];
    return taken;
  }

  #count(one: string, other: string, network: string): void {
    if (one === other) return;
    const [articleId, otherId] = one < other ? [one, other] : [other, one];
    const pair = `${articleId} ${otherId}`;
    const networks = this.#pairs.get(pair) ?? new Set();
    networks.add(network);
    if (networks.size < fewest) {
      this.#pairs.set(pair, networks);
    } else {
      this.#pairs.delete(pair);
      this.#due.push({ articleId, otherId, readers: networks.size });
    }
  }

  #hash(text: string): string {
    return createHmac('sha256', this.#key).update(text).digest('base64url').slice(0, 16);
  }

  #turn(day: number): void {
    if (day === this.#day) return;
    this.#day = day;
    this.#key = randomBytes(32);
    this.#read.clear();
    this.#pairs.clear();
  }
}
