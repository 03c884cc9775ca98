import type { Purge } from '#lib/purge.ts';

/** What happened to the tags of a page while it was being rendered, the worst of it. */
export type PurgedDuring = 'nothing' | Purge['kind'];

/**
 * The order of purges, by which a render knows whether something that it read was purged after it began. It remembers
 * only what a render under way may ask about.
 */
export class PurgeLog {
  /** Counts purges; a render keeps the number that it began at. */
  sequence = 0;
  /** The last purge of each tag, the oldest first. */
  readonly #purged = new Map<string, number>();
  readonly #destroyed = new Map<string, number>();
  #everythingPurged = 0;
  #everythingDestroyed = 0;

  record(purge: Purge): void {
    this.sequence += 1;
    for (const tag of purge.tags) {
      remember(this.#purged, tag, this.sequence);
      if (purge.kind === 'destroy') remember(this.#destroyed, tag, this.sequence);
    }
  }

  recordAll(kind: Purge['kind']): void {
    this.sequence += 1;
    this.#everythingPurged = this.sequence;
    if (kind === 'destroy') this.#everythingDestroyed = this.sequence;
  }

  /** What was done to any of these tags after the given number. */
  since(sequence: number, tags: readonly string[]): PurgedDuring {
    if (this.sequence === sequence) return 'nothing';
    const after = (last: Map<string, number>) => tags.some((tag) => (last.get(tag) ?? 0) > sequence);
    if (this.#everythingDestroyed > sequence || after(this.#destroyed)) return 'destroy';
    return this.#everythingPurged > sequence || after(this.#purged) ? 'refresh' : 'nothing';
  }

  /** Forgets what no render that began at `sequence` or later can ask about. */
  forgetUpTo(sequence: number): void {
    forget(this.#purged, sequence);
    forget(this.#destroyed, sequence);
  }

  /** How many purged tags are remembered. */
  get size(): number {
    return this.#purged.size;
  }
}

function remember(last: Map<string, number>, tag: string, sequence: number): void {
  last.delete(tag);
  last.set(tag, sequence);
}

function forget(last: Map<string, number>, sequence: number): void {
  for (const [tag, purgedAt] of last) {
    if (purgedAt > sequence) return;
    last.delete(tag);
  }
}
