import { z } from 'zod';
import { draftContent, saveDraftInput } from '#features/draft/schema.ts';
import { type PageLocks, pageLocks } from './page-locks.ts';
import type { LocalWords } from './saving.ts';
import { textOfKept } from './text-of-kept.ts';

const kept = z.object({
  baseVersion: z.int().min(0),
  base: draftContent,
  words: draftContent,
  refused: z.object({ body: z.unknown(), why: z.string() }).nullable().default(null),
  pending: saveDraftInput.omit({ articleId: true }).nullable().default(null),
  /** When they were kept, in milliseconds of the browser's clock. */
  at: z.number().default(0),
});

/** What a page that is gone has left in this browser. */
export interface LeftWords {
  readonly key: string;
  readonly at: number;
  /** Null where they are not what this editor can read. */
  readonly words: LocalWords | null;
  /** The same for people to read and copy. */
  readonly text: string;
}

/**
 * Words that are not on the server yet, in this browser's own keeping, for each person, story and open page: a page never
 * touches what another that is still open keeps. A page holds a lock of the browser's while it is open, so that what one
 * left behind, closed or broken off, is found by the next.
 */
export class LocalWordsKeeping {
  readonly #prefix: string;
  readonly #storage: () => Storage;
  readonly #locks: PageLocks;
  #key: string;
  #found: Promise<LeftWords[]> | undefined;

  constructor(userId: string, articleId: string, storage: () => Storage, locks: LockManager | undefined) {
    this.#prefix = `broadsheet.words.${userId}.${articleId}`;
    this.#key = `${this.#prefix}.${crypto.randomUUID()}`;
    this.#storage = storage;
    this.#locks = pageLocks(locks);
  }

  /** Returns whether they are kept; a browser may have no room or be told to keep nothing. */
  write(words: LocalWords | null): boolean {
    return words ? this.#try((storage) => storage.setItem(this.#key, written(words))) : this.forget(this.#key);
  }

  /** What pages that are gone have left, the newest first. Nobody else is given it while this page is open. */
  find(): Promise<LeftWords[]> {
    this.#found ??= this.#look();
    return this.#found;
  }

  /** Goes on keeping words in the place of those that were left, which stay until newer ones stand there. */
  goOnWith({ key }: LeftWords): void {
    this.#key = key;
  }

  forget(key: string): boolean {
    return this.#try((storage) => storage.removeItem(key));
  }

  /** Gives up this page's claim: what it leaves is found by the next. */
  close(): void {
    this.#locks.release();
  }

  async #look(): Promise<LeftWords[]> {
    const left: LeftWords[] = [];
    await this.#locks.take(this.#key);
    for (const key of this.#keys()) {
      if (key === this.#key || !(await this.#locks.take(key))) continue;
      // Read once it is sure that nobody writes there any more.
      this.#try((storage) => {
        const text = storage.getItem(key);
        if (text !== null) left.push(read(key, text));
      });
    }
    return left.toSorted((one, other) => other.at - one.at);
  }

  #keys(): string[] {
    const keys: string[] = [];
    this.#try((storage) => {
      for (let index = 0; index < storage.length; index += 1) keys.push(storage.key(index) ?? '');
    });
    return keys.filter((key) => key.startsWith(this.#prefix));
  }

  /** A browser that is told to keep nothing throws even where its storage is only looked at. */
  #try(work: (storage: Storage) => void): boolean {
    try {
      work(this.#storage());
      return true;
    } catch {
      return false;
    }
  }
}

const written = (words: LocalWords): string => JSON.stringify({ ...words, at: Date.now() });

function read(key: string, written: string): LeftWords {
  const json = parsed(written);
  const result = kept.safeParse(json);
  const text = textOfKept(json) || written;
  if (!result.success) return { key, at: 0, words: null, text };
  const { at, ...words } = result.data;
  return { key, at, words, text };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
