import { LRUCache } from 'lru-cache';
import type { CachedPage } from './cached-page.ts';

/** A page in the store. `purged` says that it is kept aside only for when rendering fails. */
export interface StoredPage {
  readonly page: CachedPage;
  purged: boolean;
  /** Whether it was shown again after it was made. */
  shown: boolean;
}

/**
 * Pages by key, bounded by bytes, the least recently used leaving first, with an index from each tag to the keys whose
 * pages bear it, so that a purge touches only what it evicts.
 */
export class PageStore {
  evictions = 0;
  readonly #pages: LRUCache<string, StoredPage>;
  readonly #keysByTag = new Map<string, Set<string>>();
  readonly #largestPage: number;

  /** `maxBytes` counts all encodings of a page, its headers and its place in the index. */
  constructor(maxBytes: number) {
    this.#largestPage = Math.max(1, Math.floor(maxBytes / 4));
    this.#pages = new LRUCache({
      maxSize: Math.max(1, Math.floor(maxBytes)),
      dispose: (stored, key, reason) => {
        this.#unindex(key, stored.page);
        if (reason === 'evict') this.evictions += 1;
      },
    });
  }

  get(key: string): StoredPage | undefined {
    return this.#pages.get(key);
  }

  /** The same, without making it look recently used. */
  peek(key: string): StoredPage | undefined {
    return this.#pages.peek(key);
  }

  /** Marks the page as kept aside, without making it look recently used. */
  setAside(key: string): void {
    const stored = this.#pages.peek(key);
    if (stored) stored.purged = true;
  }

  /** Marks every page as kept aside. */
  setAllAside(): void {
    for (const stored of this.#pages.values()) stored.purged = true;
  }

  /** Keeps the page in place of what was there. A page that would fill a quarter of the store is not kept. */
  set(key: string, page: CachedPage): boolean {
    const size = page.size + 2 * key.length;
    if (size > this.#largestPage) {
      this.#pages.delete(key);
      return false;
    }
    this.#pages.set(key, { page, purged: false, shown: false }, { size });
    for (const tag of page.tags) this.#keysOf(tag).add(key);
    return true;
  }

  /** Puts the same page in another form in the place of `stored`, if that is still there. */
  replace(key: string, stored: StoredPage, page: CachedPage): void {
    if (this.#pages.peek(key) !== stored || stored.purged) return;
    this.#pages.set(key, { page, purged: false, shown: true }, { size: page.size + 2 * key.length });
    for (const tag of page.tags) this.#keysOf(tag).add(key);
  }

  delete(key: string): void {
    this.#pages.delete(key);
  }

  clear(): void {
    this.#pages.clear();
  }

  /** The keys of the pages that bear the tag; deleting them while reading is safe. */
  keysBearing(tag: string): Iterable<string> {
    return this.#keysByTag.get(tag) ?? [];
  }

  get bytes(): number {
    return this.#pages.calculatedSize;
  }

  get count(): number {
    return this.#pages.size;
  }

  /** How many tags the index knows: none, when the store is empty. */
  get tagCount(): number {
    return this.#keysByTag.size;
  }

  #keysOf(tag: string): Set<string> {
    let keys = this.#keysByTag.get(tag);
    if (!keys) {
      keys = new Set();
      this.#keysByTag.set(tag, keys);
    }
    return keys;
  }

  #unindex(key: string, page: CachedPage): void {
    for (const tag of page.tags) {
      const keys = this.#keysByTag.get(tag);
      keys?.delete(key);
      if (keys?.size === 0) this.#keysByTag.delete(tag);
    }
  }
}
