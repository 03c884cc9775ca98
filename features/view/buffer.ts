import type { ViewKind } from '#features/view/model.ts';

/** Views of one story in one hour. `hour` is epoch milliseconds. */
export interface ViewCount {
  readonly articleId: string;
  readonly hour: number;
  readonly human: number;
  readonly filtered: number;
}

const oneHour = 60 * 60 * 1000;

/** Views counted in memory until they are written down, a bounded number of stories and hours of them. */
export class ViewBuffer {
  readonly #most: number;
  #counts = new Map<string, ViewCount>();

  constructor(most = 50_000) {
    this.#most = most;
  }

  /** Counts one view; false where there is no room for another story. `now` is epoch milliseconds. */
  count(articleId: string, kind: ViewKind, now: number): boolean {
    const hour = Math.floor(now / oneHour) * oneHour;
    const one = { articleId, hour, human: 0, filtered: 0 };
    return this.#add({ ...one, [kind]: 1 });
  }

  /** Everything counted so far, which is then the caller's to write down or to give back. */
  take(): ViewCount[] {
    const taken = [...this.#counts.values()];
    this.#counts = new Map();
    return taken;
  }

  /** Takes back what could not be written down; gives the number of views for which there was no room. */
  giveBack(counts: readonly ViewCount[]): number {
    return counts
      .filter((count) => !this.#add(count))
      .reduce((lost, { human, filtered }) => lost + human + filtered, 0);
  }

  #add(more: ViewCount): boolean {
    const key = `${more.articleId}/${more.hour}`;
    const known = this.#counts.get(key);
    if (!known && this.#counts.size >= this.#most) return false;
    const { human, filtered } = known ?? { human: 0, filtered: 0 };
    this.#counts.set(key, { ...more, human: human + more.human, filtered: filtered + more.filtered });
    return true;
  }
}
