import { processWide } from '#lib/global.ts';

/**
 * A purge as the page cache takes it. `refresh`: the pages are out of date, a stale copy may still be shown while the
 * database is down. `destroy`: what was withdrawn may never be shown again, so no copy is kept.
 */
export interface Purge {
  readonly tags: readonly string[];
  readonly kind: 'refresh' | 'destroy';
}

type PurgeListener = (purge: Purge) => void;

const listeners = processWide('purge-listeners', () => new Set<PurgeListener>());

/** Has `listener` called for every purge committed by this process. Returns the way to stop it. */
export function onLocalPurge(listener: PurgeListener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Evicts in this process at once, before the writer is answered; other processes learn it from the database. */
export function purgeLocally(purge: Purge): void {
  for (const listener of listeners) listener(purge);
}
