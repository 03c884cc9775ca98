import { AsyncLocalStorage } from 'node:async_hooks';
import { processWide } from '#lib/global.ts';

/** What a page turned out to be. Next always answers 200; the server puts this status on the bytes instead. */
export type Outcome = 200 | 403 | 404 | 410 | 501;

/**
 * What one render read, written down by the queries while it runs and used by the page cache when it ends.
 * Times are epoch milliseconds; `Infinity` means "until purged".
 */
export interface Trace {
  readonly tags: Set<string>;
  /** From this moment the answer differs: the page must be rendered anew. */
  validUntil: number;
  /** From this moment the answer may not be shown at all, not even while the database is down. */
  servableUntil: number;
  outcome: Outcome;
  /** False for what must never be kept, such as a page made for one reader. */
  cacheable: boolean;
  lastModified: number;
  /** Whether a form's post got as far as a command. */
  acted: boolean;
  /** Whether it is a page that every reader gets alike, and so may be made of what others were made of. */
  readonly forEverybody: boolean;
}

const storage = processWide('trace', () => new AsyncLocalStorage<Trace>());

/** Runs `work` and returns its value beside everything that it recorded. */
export async function withTrace<Value>(
  work: () => Promise<Value>,
  { forEverybody = false } = {},
): Promise<{ value: Value; trace: Trace }> {
  const trace: Trace = {
    tags: new Set(),
    validUntil: Number.POSITIVE_INFINITY,
    servableUntil: Number.POSITIVE_INFINITY,
    outcome: 200,
    cacheable: true,
    lastModified: 0,
    acted: false,
    forEverybody,
  };
  const value = await storage.run(trace, work);
  return { value, trace };
}

/** Says that the render under way depends on these tags (see cache-tags.ts). Outside a render it does nothing. */
export function recordTags(...tags: readonly string[]): void {
  const trace = storage.getStore();
  if (trace) for (const tag of tags) trace.tags.add(tag);
}

/** Says that the answer holds only until `moment`; the earliest moment recorded wins. */
export function recordValidUntil(moment: Date | null): void {
  const trace = storage.getStore();
  if (trace && moment) trace.validUntil = Math.min(trace.validUntil, moment.getTime());
}

/** Says that the answer may not be served at all from `moment` on, as when a publication is to be withdrawn then. */
export function recordServableUntil(moment: Date | null): void {
  const trace = storage.getStore();
  if (trace && moment) trace.servableUntil = Math.min(trace.servableUntil, moment.getTime());
}

/** Sets the status that the page's bytes are answered with. */
export function recordOutcome(outcome: Outcome): void {
  const trace = storage.getStore();
  if (trace) trace.outcome = outcome;
}

/** Marks the answer as made for one reader: it is sent with `no-store` and not kept. */
export function recordPrivate(): void {
  const trace = storage.getStore();
  if (trace) trace.cacheable = false;
}

/** Says when what is shown last changed; the latest moment recorded becomes `Last-Modified`. */
export function recordLastModified(moment: Date | null): void {
  const trace = storage.getStore();
  if (trace && moment) trace.lastModified = Math.max(trace.lastModified, moment.getTime());
}

/** Writes down all that was read for something that is shown here too: it was read before, or for several at once. */
export function recordTrace(part: Trace): void {
  const trace = storage.getStore();
  if (!trace) return;
  for (const tag of part.tags) trace.tags.add(tag);
  trace.validUntil = Math.min(trace.validUntil, part.validUntil);
  trace.servableUntil = Math.min(trace.servableUntil, part.servableUntil);
  trace.lastModified = Math.max(trace.lastModified, part.lastModified);
  trace.cacheable &&= part.cacheable;
}

/** Whether what is rendered now is a reader's page, which every reader gets alike. */
export function isForEverybody(): boolean {
  return storage.getStore()?.forEverybody ?? false;
}

/** Notes that what was posted could be read, and a command was asked. */
export function recordActed(): void {
  const trace = storage.getStore();
  if (trace) trace.acted = true;
}
