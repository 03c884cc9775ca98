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

/** Views counted in memory until they are written down, a bounded number of stories, minutes and sources of them. */
export class ViewBuffer {
  readonly #most: number;
  #counts = new Map<string, ViewCount>();

  constructor(most = 50_000) {
    this.#most = most;
  }

  /** Counts one view; false where there is no room for another count. `now` is epoch milliseconds. */
  count({ articleId, source, kind }: View, now: number): boolean {
    const minute = Math.floor(now / oneMinute) * oneMinute;
    return this.#add({ articleId, minute, source, human: 0, filtered: 0, [kind]: 1 });
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
    const key = `${more.articleId}/${more.minute}/${more.source}`;
    const known = this.#counts.get(key);
    if (!known && this.#counts.size >= this.#most) return false;
    const { human, filtered } = known ?? { human: 0, filtered: 0 };
    this.#counts.set(key, { ...more, human: human + more.human, filtered: filtered + more.filtered });
    return true;
  }
}
