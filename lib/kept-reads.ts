import { cache } from 'react';
import { processWide } from '#lib/global.ts';
import type { Purge } from '#lib/purge.ts';
import { isForEverybody, recordTrace, type Trace, withTrace } from '#lib/trace.ts';

/** How long a read is used for further pages: those made together share it, and do not all run out together for long. */
const usedForMilliseconds = 20_000;

interface Kept {
  readonly value: unknown;
  readonly trace: Trace;
  readonly usableUntil: number;
}

const keeper = processWide('kept-reads', () => ({ current: undefined as KeptReads | undefined }));

/** Has readers' pages in this process share their reads; what keeps them must hear every purge. Undefined ends it. */
export function keepReads(reads: KeptReads | undefined): void {
  keeper.current = reads;
}

/**
 * Makes of a read that many pages need one that is done once for them: once a render, and where reads are kept
 * (`keepReads`), once for the readers' pages of some seconds. Each page writes down in its trace all that it recorded.
 */
export function keptRead<Value>(name: string, read: () => Promise<Value>): () => Promise<Value> {
  const onceARender = cache(() => withTrace(read));
  return async () => {
    const reads = isForEverybody() ? keeper.current : undefined;
    const { value, trace } = await (reads ? reads.read(name, read) : onceARender());
    recordTrace(trace);
    return value;
  };
}

/**
 * What pages have in common, read once and kept until one of its tags is purged. A read under way when any purge comes
 * is shared with nobody who asks later, and is not kept: it may have seen what was before.
 */
export class KeptReads {
  readonly #now: () => number;
  readonly #kept = new Map<string, Kept>();
  #underway = new Map<string, Promise<Pick<Kept, 'value' | 'trace'>>>();
  #trusted = true;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** The read's value and what it recorded. Its name tells it from others; it rejects where the read does. */
  async read<Value>(name: string, read: () => Promise<Value>): Promise<{ value: Value; trace: Trace }> {
    const kept = this.#kept.get(name);
    const now = this.#now();
    const usable = kept && this.#trusted && now < Math.min(kept.usableUntil, kept.trace.validUntil);
    if (usable && now < kept.trace.servableUntil) return kept as Kept & { value: Value };
    const joined = this.#trusted ? this.#underway.get(name) : undefined;
    return (joined ?? this.#begin(name, read)) as Promise<{ value: Value; trace: Trace }>;
  }

  /** Forgets what bears one of the tags, and what bears none: it depends on what nobody named. */
  purge({ tags }: Purge): void {
    this.#underway = new Map();
    for (const [name, { trace }] of this.#kept) {
      if (trace.tags.size === 0 || tags.some((tag) => trace.tags.has(tag))) this.#kept.delete(name);
    }
  }

  purgeAll(): void {
    this.#underway = new Map();
    this.#kept.clear();
  }

  /** While purges cannot be heard, everything is read anew. */
  trust(trusted: boolean): void {
    this.#trusted = trusted;
    this.purgeAll();
  }

  #begin<Value>(name: string, read: () => Promise<Value>): Promise<{ value: Value; trace: Trace }> {
    const underway = this.#underway;
    const began = this.#now();
    const reading = withTrace(read, { forEverybody: true }).then(
      (done) => {
        // The map was replaced if a purge came meanwhile.
        if (underway === this.#underway && this.#trusted) {
          this.#kept.set(name, { ...done, usableUntil: began + usedForMilliseconds });
        }
        underway.delete(name);
        return done;
      },
      (error: unknown) => {
        underway.delete(name);
        throw error;
      },
    );
    underway.set(name, reading);
    return reading;
  }
}
