import cluster from 'node:cluster';
import type { ViewKind } from '#features/view/model.ts';
import { SeenToday } from '#features/view/seen-today.ts';
import { addressNetwork } from '#lib/client-address.ts';
import type { ViewSource } from '#lib/vocabulary.ts';
import { coReading, countedViews } from './view-flush.ts';

/** A view with its reader, who is forgotten as soon as it is clear whether they were counted today. */
export interface SeenView {
  readonly articleId: string;
  readonly source: ViewSource;
  readonly kind: ViewKind;
  readonly address: string;
  readonly userAgent: string;
}

const seen = new SeenToday();
let told: Promise<void> = Promise.resolve();

/** Counts a view, unless it is the same reader's second today. One of several processes tells the first, which knows all. */
export function countView(view: SeenView): void {
  if (cluster.isWorker) told = new Promise((sent) => process.send?.({ view }, undefined, undefined, () => sent()));
  else countHere(view, Date.now());
}

/** Resolves when the first process has been sent all that this one had to tell. */
export const viewsTold = (): Promise<void> => told;

/** Counts in the first process what the others tell it of; whatever else they say is not its business. */
export function countViewsOfWorkers(): void {
  cluster.on('message', (_worker, message: { view?: SeenView }) => {
    if (message.view) countHere(message.view, Date.now());
  });
}

function countHere({ articleId, source, kind, address, userAgent }: SeenView, now: number): void {
  if (kind === 'human' && !seen.isFirst({ address, userAgent }, articleId, now)) return;
  countedViews.count({ articleId, source, kind }, now);
  if (kind === 'human') coReading.note({ network: addressNetwork(address), userAgent }, articleId, now);
}
