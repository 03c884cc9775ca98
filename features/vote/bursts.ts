import { LRUCache } from 'lru-cache';

/** Different readers of one network whose votes for one story count within the window; with one more it is a burst. */
export const largestCrowd = 40;
const windowMilliseconds = 10 * 60 * 1000;
/** The most bursts that are followed at a time, and the most readers that are remembered of each. */
const mostCrowds = 50_000;
const mostRemembered = 2000;

/**
 * Who voted lately, by story and network, so that a burst is told from readers who come as readers do. It is kept in
 * memory, under hashes that the database's salt makes.
 */
export class Bursts {
  /** When each reader voted last, the longest ago first. */
  readonly #crowds = new LRUCache<string, Map<string, number>>({ max: mostCrowds, ttl: windowMilliseconds });

  /** Notes a vote that counts. Gives the readers of whom it is part, where they are a burst; else null. */
  note(articleId: string, network: string, voterId: string): string[] | null {
    const key = `${articleId} ${network}`;
    const now = Date.now();
    const crowd = this.#crowds.get(key) ?? new Map<string, number>();
    crowd.delete(voterId);
    crowd.set(voterId, now);
    for (const [reader, at] of crowd) {
      if (at > now - windowMilliseconds && crowd.size <= mostRemembered) break;
      crowd.delete(reader);
    }
    // Each vote keeps the whole crowd for another window.
    this.#crowds.set(key, crowd);
    return crowd.size <= largestCrowd ? null : [...crowd.keys()];
  }

  /** What was noted is dealt with: these readers are held, and only those who come after them are looked at. */
  settle(articleId: string, network: string, voters: readonly string[]): void {
    const crowd = this.#crowds.get(`${articleId} ${network}`);
    for (const voter of voters.slice(largestCrowd)) crowd?.delete(voter);
  }
}
