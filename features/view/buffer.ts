import type { ViewKind } from '#features/view/model.ts';
import type { ViewSource } from '#lib/vocabulary.ts';

/** Views of one story in one minute by readers from one class of places. `minute` is epoch milliseconds. */
export interface ViewCount {
  readonly articleId: string;
  readonly minute: number;
  readonly source: ViewSource;
  readonly human: number;
  readonly filtered: number;
}

/** One view, as it is counted. */
export interface View {
  readonly articleId: string;
  readonly source: ViewSource;
  readonly kind: ViewKind;
}

const oneMinute = 60 * 1000;
const oneHour = 60 * oneMinute;

/**
 * Views counted in memory until they are written down, a bounded number of stories, minutes and sources of them. What has
 * to wait for more than an hour waits by the hour, which is how it is shown by then.
 */
export class ViewBuffer {
  readonly #most: number;
  #counts = new Map<string, ViewCount>();
  #lost = 0;

  constructor(most = 50_000) {
    this.#most = most;
  }

  /** Counts one view, where there is room for another count. `now` is epoch milliseconds. */
  count({ articleId, source, kind }: View, now: number): void {
    const minute = Math.floor(now / oneMinute) * oneMinute;
    this.#add({ articleId, minute, source, human: 0, filtered: 0, [kind]: 1 });
  }

  /** Everything counted so far, which is then the caller's to write down or to give back. */
  take(): ViewCount[] {
    const taken = [...this.#counts.values()];
    this.#counts = new Map();
    return taken;
  }

  /** Takes back what could not be written down. `now` is epoch milliseconds. */
  giveBack(counts: readonly ViewCount[], now: number): void {
    for (const count of counts) {
      const isOld = count.minute < now - oneHour;
      this.#add(isOld ? { ...count, minute: Math.floor(count.minute / oneHour) * oneHour } : count);
    }
  }

  /** For how many views there was no room since this was last asked. */
  takeLost(): number {
    const lost = this.#lost;
    this.#lost = 0;
    return lost;
  }

  #add(more: ViewCount): void {
    const key = `${more.articleId}/${more.minute}/${more.source}`;
    const known = this.#counts.get(key);
    if (!known && this.#counts.size >= this.#most) {
      this.#lost += more.human + more.filtered;
      return;
    }
    const { human, filtered } = known ?? { human: 0, filtered: 0 };
    this.#counts.set(key, { ...more, human: human + more.human, filtered: filtered + more.filtered });
  }
}
